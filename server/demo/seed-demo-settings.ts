import { type Day, startOfDay } from '../lib/day.ts';
import { createSeededRandom } from '../lib/seeded-random.ts';
import { createApiKey } from '../reporting/manage-api-keys.ts';
import type { Db } from '../storage/schema.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import { listCounters } from '../unit/counter.store.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { addCounter, mergeCounter } from '../unit/manage-counters.ts';
import { planSetting } from '../unit/plan-change.ts';
import { loadDemoWords } from './demo-words.ts';
import { DAYS_CLOSED } from './generate-ballots.ts';

/** Recorded in the log as the actor; cannot sign in. */
const ADMINISTRATOR = { id: 'demo', name: 'quantri' } as const;

/**
 * A year of changes by the office, so that pages about settings are not empty: opening hours, a counter
 * opened and merged, a planned target, an API key. None of them affects a figure of the year.
 */
export async function seedDemoSettings(
  { db, surveys }: { readonly db: Db; readonly surveys: SurveyCatalogue },
  clock: { now(): Date; set(instant: Date): void },
): Promise<void> {
  // A separate random seed, so that settings do not change ballots and counter codes.
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
  await createApiKey(parts, {
    name: words.key_holder,
    units: [unit.code],
    expiresOn: '2025-12-31',
    actor: ADMINISTRATOR,
  });

  await planSetting(parts, ADMINISTRATOR, unit.code, 'improvements', { text: words.improvements }, true);

  on('2024-12-02');
  const target = { value: '92', since: '01/01/2025' };
  await planSetting(parts, ADMINISTRATOR, unit.code, 'target_percent', target, true);
}
