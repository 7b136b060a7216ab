import type { Actor } from '../act/act.ts';
import { recordAct } from '../act/record-act.ts';
import { removeAllCopies } from '../backup/copies.ts';
import { dayOf } from '../lib/day.ts';
import type { Deps } from '../storage/deps.ts';
import { lockTable, scrubDatabase } from '../storage/dialect.ts';
import type { Db } from '../storage/schema.ts';
import { sqlitePathOf } from '../storage/sqlite-file.ts';
import { inTransaction } from '../storage/transaction.ts';
import { findFirstBallotDay, findInstallation, updateInstallation } from '../unit/installation.store.ts';
import { trialOn } from '../unit/installation.ts';
import { insertPublicEvent } from '../unit/public-event.store.ts';
import { listUnits } from '../unit/unit.store.ts';
import { loadStartConditions } from './load-start-conditions.ts';
import { countTrial, eraseTrial, updateOpeningDay } from './trial.store.ts';

/** Other processes cache the trial for up to a second; forms that they render meanwhile are forms of the trial. */
const SEEN_AFTER_MS = 1_000;

type Refusal = 'official' | 'missing' | 'count-differs';
type StartDeps = Deps & { readonly config: { readonly publicUrl: string | null } };

/**
 * Ends the trial: erases its data and writes the log entry and the public event, in one transaction. Remains
 * in files are erased afterwards by `removeTraces`, or by the daily work if this process ends before. `typed`:
 * the number of ballots that the person confirmed.
 */
export function startOfficial(
  deps: StartDeps,
  actor: Actor | null,
  typed: number | null,
): Promise<{ readonly erased: number } | { readonly refused: Refusal }> {
  const { db, clock, config } = deps;
  return inTransaction(db, async (trx) => {
    await lockTable(trx, 'installation');
    const now = clock.now();
    const to = dayOf(now);
    const installation = await findInstallation(trx);
    if (installation?.official_since !== null) return { refused: 'official' };
    const conditions = await loadStartConditions(trx, config, to);
    if (conditions.some(({ value }) => value === null)) return { refused: 'missing' };
    const { ballots: erased } = await countTrial(trx);
    if (typed !== erased) return { refused: 'count-differs' };
    const from = (await findFirstBallotDay(trx)) ?? to;
    await eraseTrial(trx);
    await updateOpeningDay(trx, to);
    await updateInstallation(trx, {
      official_since: new Date(now.getTime() + SEEN_AFTER_MS).toISOString(),
      trial_from: from,
      trial_to: to,
      trial_erased: erased,
      has_traces: 1,
    });
    await recordAct(trx, deps, actor, 'official-start', { from, to, erased });
    for (const { code } of await listUnits(trx)) {
      await insertPublicEvent(trx, code, { day: to, kind: 'official-start', params: { from, to, erased } });
    }
    return { erased };
  });
}

/** Extends the trial, which is possible once. Returns whether it was extended. */
export function extendTrial(deps: Deps, actor: Actor): Promise<boolean> {
  const { db, clock } = deps;
  return inTransaction(db, async (trx) => {
    await lockTable(trx, 'installation');
    const day = dayOf(clock.now());
    const installation = await findInstallation(trx);
    if (installation?.official_since !== null || installation.extended_on !== null) return false;
    await updateInstallation(trx, { extended_on: day });
    const last =
      trialOn(day, { ...installation, extended_on: day }, await findFirstBallotDay(trx))?.lastDay ?? null;
    await recordAct(trx, deps, actor, 'trial-extended', last === null ? {} : { until: last });
    for (const { code } of await listUnits(trx)) {
      await insertPublicEvent(trx, code, { day, kind: 'trial-extended', params: { until: last } });
    }
    return true;
  });
}

/** Records whether only the office's own network reaches the server, so that https is not required. */
export function setLocalOnly(deps: Deps, actor: Actor, isLocalOnly: boolean): Promise<void> {
  return inTransaction(deps.db, async (trx) => {
    await updateInstallation(trx, { is_local_only: isLocalOnly ? 1 : 0 });
    await recordAct(trx, deps, actor, 'local-only-set', { state: isLocalOnly ? 'on' : 'off' });
  });
}

interface TraceDeps {
  readonly db: Db;
  readonly config: { readonly dataDir: string; readonly databaseUrl: string };
}

/**
 * Removes what an erased trial left in files: unused pages and the WAL of the database, and all copies in the
 * data folder. Idempotent; returns whether there was something to do.
 * @throws Error on SQLite while another program reads; the daily work tries again.
 */
export async function removeTraces({ db, config }: TraceDeps): Promise<boolean> {
  if ((await findInstallation(db))?.has_traces !== 1) return false;
  const database = sqlitePathOf(config.databaseUrl);
  if (database !== null) removeAllCopies(config.dataDir, database);
  await scrubDatabase(db);
  await inTransaction(db, (trx) => updateInstallation(trx, { has_traces: 0 }));
  return true;
}
