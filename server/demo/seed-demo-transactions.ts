import { addDays, type Day, listDays, startOfDay } from '../lib/day.ts';
import { createSeededRandom } from '../lib/seeded-random.ts';
import { periodOf } from '../period/period.ts';
import type { Db } from '../storage/schema.ts';
import { enterTransactions } from '../transactions/enter-transactions.ts';
import { listCounters } from '../unit/counter.store.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { DEMO_STAFF } from './demo-users.ts';
import { isOpen } from './generate-ballots.ts';

/** Transactions on an ordinary day, in the order of the unit's counters. */
const USUAL = [17, 12, 9, 15, 8] as const;

/**
 * Daily transactions per counter, entered at the end of each week. The day before the last is missing and one
 * number was corrected, so that pages can show a missing and a corrected day.
 */
export async function seedDemoTransactions(
  db: Db,
  clock: { now(): Date; set(instant: Date): void },
  from: Day,
  today: Day,
): Promise<void> {
  const random = createSeededRandom('hai-long demo transactions');
  const unit = await getMainUnit(db);
  const counters = (await listCounters(db, unit.code)).filter(({ is_open }) => is_open);
  const days = listDays(from, addDays(today, -3)).filter(isOpen);
  for (let rest = days; rest.length > 0; ) {
    const { to } = periodOf('week', rest[0] as Day);
    const week = rest.filter((day) => day <= to);
    rest = rest.slice(week.length);
    clock.set(new Date(startOfDay(week.at(-1) as Day).getTime() + 17 * 3_600_000));
    const entries = week.flatMap((day) =>
      counters.map(({ code }, index) => {
        const usual = USUAL[index % USUAL.length] as number;
        return { from: day, to: day, counter: code, n: usual + ((random.bytes(1)[0] as number) % 7) };
      }),
    );
    await enterTransactions({ db, clock, random }, unit, DEMO_STAFF, entries, 'typed');
  }
  const corrected = days.at(-2) as Day;
  clock.set(new Date(startOfDay(addDays(days.at(-1) as Day, 1)).getTime() + 8 * 3_600_000));
  const counter = counters[0]?.code ?? null;
  await enterTransactions(
    { db, clock, random },
    unit,
    DEMO_STAFF,
    [{ from: corrected, to: corrected, counter, n: 26 }],
    'typed',
  );
}
