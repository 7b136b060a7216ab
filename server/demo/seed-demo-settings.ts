import { type Day, startOfDay } from '../lib/day.ts';
import { createSeededRandom } from '../lib/seeded-random.ts';
import { createApiKey } from '../reporting/create-api-key.ts';
import type { Db } from '../storage/schema.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import { addCounter } from '../unit/add-counter.ts';
import { mergeCounter } from '../unit/close-counter.ts';
import { listCounters } from '../unit/counter.store.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { planSetting } from '../unit/plan-setting.ts';
import { loadDemoWords } from './demo-words.ts';
import { DAYS_CLOSED } from './made-up-ballots.ts';

/** The person who is made up to have done it; nobody can sign in by this name. */
const ADMINISTRATOR = { id: 'demo', name: 'quantri' } as const;

/**
 * Makes up what an office changes in a year, so that pages about it are not empty: hours, a counter that was
 * opened and merged, a target that is planned, a key for a program. None of it touches a figure of the year.
 */
export async function seedDemoSettings(
  { db, surveys }: { readonly db: Db; readonly surveys: SurveyCatalogue },
  clock: { now(): Date; set(instant: Date): void },
): Promise<void> {
  // A source of its own: whatever is made up here, ballots and counters' codes stay the same ones.
  const random = createSeededRandom('hai-long demo settings');
  const parts = { db, surveys, clock, random };
  const words = loadDemoWords();
  const unit = await getMainUnit(db);
  const on = (day: Day) => clock.set(new Date(startOfDay(day).getTime() + 8 * 3_600_000));

  on('2023-12-04');
  const sessions = [
    ['morning', '07:30', '11:30'],
    ['afternoon', '13:30', '17:00'],
  ] as const;
  const hours = [1, 2, 3, 4, 5].flatMap((weekday) =>
    sessions.flatMap(([name, from, to]) => [
      [`${weekday}.${name}.from`, from],
      [`${weekday}.${name}.to`, to],
    ]),
  );
  const days_off = DAYS_CLOSED.map(([from, to]) => `${from} - ${to}`).join('\n');
  const typed = { ...Object.fromEntries(hours), since: '04/12/2023', days_off };
  await planSetting(parts, ADMINISTRATOR, unit.code, 'opening_hours', typed, true);

  on('2024-03-04');
  const added = await addCounter(parts, ADMINISTRATOR, {
    name: words.merged_counter,
    channel: 'poster',
    field: '',
  });
  on('2024-03-08');
  const [, , , general] = await listCounters(db, unit.code);
  if (added.outcome === 'done' && general) await mergeCounter(parts, ADMINISTRATOR, added.code, general.code);

  on('2024-11-05');
  await createApiKey(db, random, clock, {
    name: words.key_holder,
    units: [unit.code],
    expiresOn: '2025-12-31',
    actor: ADMINISTRATOR,
  });

  on('2024-12-02');
  const target = { value: '92', since: '01/01/2025' };
  await planSetting(parts, ADMINISTRATOR, unit.code, 'target_percent', target, true);
}
