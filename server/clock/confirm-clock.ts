import type { Actor } from '../act/act.ts';
import { recordAct } from '../act/record-act.ts';
import type { BelievedClock, ClockEvidence } from '../lib/believed-clock.ts';
import { addDays, type Day, dayOf, laterOf, startOfDay } from '../lib/day.ts';
import { closesAt, parsePeriod } from '../period/period.ts';
import { listLatestRevisions } from '../reporting/closed-report.store.ts';
import { listDaysInBox } from '../response/ballot.store.ts';
import {
  blockSubmissions,
  deleteSettledDays,
  findLastSettledDay,
  insertSettledDay,
} from '../response/settled-day.store.ts';
import { voidSeals } from '../seal/seal-days.ts';
import type { Deps } from '../storage/deps.ts';
import { lockTable } from '../storage/dialect.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import { findInstallation, updateInstallation } from '../unit/installation.store.ts';
import { insertPublicEvent } from '../unit/public-event.store.ts';
import { listUnits } from '../unit/unit.store.ts';

/**
 * Records that a person confirmed the machine's date. Seals of this day and later ones, and reports that were
 * closed too early, become void. Returns false and changes nothing when the machine shows another day.
 */
export async function confirmClock(
  deps: Deps & { readonly clock: BelievedClock },
  actor: Actor | null,
  day: Day,
): Promise<boolean> {
  const { db, clock, random } = deps;
  const shown = clock.doubt()?.shown ?? clock.now();
  if (dayOf(shown) !== day) return false;
  await inTransaction(db, async (trx) => {
    await lockTable(trx, 'installation');
    await voidDays(trx, day);
    await updateInstallation(trx, { clock_confirmed_on: day });
    await recordAct(trx, { clock: { now: () => shown }, random }, actor, 'clock-confirmed', { day });
  });
  clock.confirm();
  return true;
}

async function voidDays(trx: Trx, today: Day): Promise<void> {
  await blockSubmissions(trx);
  const settled = await findLastSettledDay(trx);
  if (settled === null || settled < today) return;
  await deleteSettledDays(trx, today);
  await insertSettledDay(trx, addDays(today, -1));
  for (const { code } of await listUnits(trx)) {
    const early = (await listLatestRevisions(trx, code)).filter(({ period: id }) => {
      const period = parsePeriod(id);
      return period !== null && (closesAt(period) ?? startOfDay(today)) > startOfDay(today);
    });
    const reports = Object.fromEntries(early.map(({ period, revision }) => [period, revision]));
    const to = await voidSeals(trx, code, today, reports);
    if (to === null) continue;
    const params = { from: today, to, reports: early.length };
    await insertPublicEvent(trx, code, { day: today, kind: 'seals-voided', params });
  }
}

/** `from`: the day after the last settled one, but not before the day that a person confirmed last. */
export async function loadClockEvidence(db: Db): Promise<ClockEvidence> {
  const settled = await findLastSettledDay(db);
  const confirmed = (await findInstallation(db))?.clock_confirmed_on ?? null;
  const latest = (await listDaysInBox(db, '9999-12-31')).at(-1) ?? null;
  // Ballots are used only without a settled or confirmed day: a wrong clock may have dated them in the future.
  const next = settled === null ? (confirmed ?? latest) : addDays(settled, 1);
  const from = next === null || confirmed === null ? next : laterOf(next, confirmed);
  return { from, confirmed, latest };
}

export async function judgeClock(db: Db, clock: BelievedClock): Promise<void> {
  clock.judge(await loadClockEvidence(db));
}
