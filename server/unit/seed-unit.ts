import { z } from 'zod';
import { type Day, isDay, startOfDay } from '../lib/day.ts';
import { makeId, type Random } from '../lib/random.ts';
import type { Deps } from '../storage/deps.ts';
import { lockTable } from '../storage/dialect.ts';
import type { Db } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import { getDefaultSurvey, type SurveyCatalogue } from '../survey/definition.ts';
import { insertCounter, insertCounterSurvey } from './counter.store.ts';
import { makeCounterCode } from './counter.ts';
import { insertDatedSetting } from './dated-setting.store.ts';
import { DATED_SETTINGS } from './dated-setting.ts';
import { findFirstBallotDay, findInstallation, insertInstallation } from './installation.store.ts';
import { insertUnit, listUnits } from './unit.store.ts';
import { EMPTY_PROFILE } from './unit.ts';

const day = z.string().refine(isDay, 'must be a day, YYYY-MM-DD');
const name = z.string().min(1).max(120);

/** `surveys/first-unit.json`: the initial unit and counters, which the office then changes on the web pages. */
export const firstUnitSchema = z.strictObject({
  unit: z.strictObject({
    code: z
      .string()
      .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
      .max(40),
    official_code: z.string().max(20).nullable(),
    name,
    contact_phone: z.string().max(30).nullable(),
  }),
  target_percent: z.strictObject({ since: day, value: DATED_SETTINGS.target_percent }),
  minimum_n: z.strictObject({ since: day, value: DATED_SETTINGS.minimum_n }),
  counters: z
    .array(
      z.strictObject({
        name,
        channel: z.enum(['poster', 'link']),
        field: z.string().nullable(),
      }),
    )
    .min(1)
    .max(50),
});

type FirstUnit = z.infer<typeof firstUnitSchema>;

export async function seedUnit(
  { db, surveys, random }: Omit<Deps, 'clock'> & { readonly surveys: SurveyCatalogue },
  today: Day,
  first: FirstUnit,
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    // Two processes may start on an empty database at once.
    await lockTable(trx, 'units');
    if ((await listUnits(trx)).length > 0) return false;
    const unit = { ...first.unit, ...EMPTY_PROFILE, receiver: '', opened_on: today };
    await insertUnit(trx, unit);
    await insertDatedSetting(trx, unit.code, { name: 'target_percent', ...first.target_percent });
    await insertDatedSetting(trx, unit.code, { name: 'minimum_n', ...first.minimum_n });
    const codes = new Set<string>();
    while (codes.size < first.counters.length) codes.add(makeCounterCode(random));
    const inOrder = [...codes];
    for (const [index, counter] of first.counters.entries()) {
      const code = inOrder[index] as string;
      const survey = getDefaultSurvey(surveys, counter.channel);
      await insertCounter(trx, {
        ...counter,
        code,
        unit_code: unit.code,
        position: index + 1,
        is_open: true,
      });
      await insertCounterSurvey(trx, {
        counter_code: code,
        since: today,
        survey_id: survey.id,
        survey_version: survey.version,
      });
    }
    return true;
  });
}

/**
 * Gives a new installation its id. It starts on trial unless `isOfficial`. An older database that already has
 * ballots is official from its first ballot.
 */
export function beginInstallation(db: Db, random: Random, now: Date, isOfficial: boolean): Promise<void> {
  return inTransaction(db, async (trx) => {
    await lockTable(trx, 'installation');
    if (await findInstallation(trx)) return;
    const first = await findFirstBallotDay(trx);
    const since = first === null ? (isOfficial ? now : null) : startOfDay(first);
    await insertInstallation(trx, makeId(random), since?.toISOString() ?? null);
  });
}
