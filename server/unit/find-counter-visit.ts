import { dayOf } from '../lib/day.ts';
import { readCached } from '../storage/read-cache.ts';
import type { Db } from '../storage/schema.ts';
import type { Survey, SurveyCatalogue } from '../survey/definition.ts';
import { findCounter, listCounters, listSuccessors, listSurveysAfter } from './counter.store.ts';
import { type Counter, findOpenSuccessor, parseCounterCode } from './counter.ts';
import { findUnit } from './unit.store.ts';
import type { Unit } from './unit.ts';

export type CounterVisit =
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'closed';
      readonly unit: Unit;
      readonly counter: Counter;
      /** Counters of the unit that accept ballots. */
      readonly open: readonly Counter[];
      readonly successor: Counter | null;
      /** Permanently closed in favour of the successor. */
      readonly isMerged: boolean;
    }
  | {
      readonly kind: 'open';
      readonly unit: Unit;
      readonly counter: Counter;
      readonly survey: Survey;
    };

export async function findCounterVisit(
  db: Db,
  surveys: SurveyCatalogue,
  typedCode: string,
  now: Date,
): Promise<CounterVisit> {
  const code = parseCounterCode(typedCode);
  const place = code === null ? null : await findPlace(db, code);
  if (place === null) return { kind: 'unknown' };
  const { unit, counter, chosen } = place;
  const today = dayOf(now);
  const inForce = chosen.findLast(({ since }) => since <= today);
  const survey = inForce && surveys.find(inForce.survey_id, inForce.survey_version);
  if (survey?.is_published) return { kind: 'open', unit, counter, survey };
  const counters = await listCounters(db, unit.code);
  const successors = counter.is_open ? [] : await listSuccessors(db, unit.code);
  return {
    kind: 'closed',
    unit,
    counter,
    open: counters.filter((other) => other.is_open && other.code !== code),
    successor: findOpenSuccessor(counter.code, successors, counters),
    isMerged: successors.some((row) => row.counter_code === counter.code && row.is_merged),
  };
}

const PLACE_TABLES = ['counters', 'units', 'counter_surveys'] as const;

/** Cached with the surveys of all days, so that it stays usable if the database fails around midnight. */
const findPlace = (db: Db, code: string) =>
  readCached(db, `place\n${code}`, PLACE_TABLES, async () => {
    const counter = await findCounter(db, code);
    const unit = counter && (await findUnit(db, counter.unit_code));
    if (!counter || !unit) return null;
    return { counter, unit, chosen: counter.is_open ? await listSurveysAfter(db, code, '') : [] };
  });
