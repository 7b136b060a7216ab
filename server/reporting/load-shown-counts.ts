import { type FigureStart, type Gathered, gatherDays } from '../disclosure/gather.ts';
import { type ShownCounts, type ShownInput, showCounts, spanToRead } from '../disclosure/shown-counts.ts';
import { addDays, type Day } from '../lib/day.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { listRespondentTallies } from '../tally/respondent-tally.store.ts';
import { listCounterDays, listTallies } from '../tally/tally.store.ts';
import type { Unit } from '../unit/unit.ts';
import { findFigureStart } from './closed-report.store.ts';

const FROM_THE_FIRST_BALLOT: FigureStart = { begins_on: '', first_release: '' };

/** The days before `today`, gathered into releases. */
export async function loadGathered(
  db: Db | Trx,
  unitCode: string,
  today: Day,
  least?: number,
): Promise<Gathered> {
  const start = await findFigureStart(db, unitCode);
  const days = await listCounterDays(db, unitCode, start?.begins_on ?? '', addDays(today, -1));
  return gatherDays(days, start ?? FROM_THE_FIRST_BALLOT, least);
}

/** The counts of a period's days before today. */
export async function loadFinishedCounts(db: Db | Trx, unit: Unit, input: ShownInput): Promise<ShownCounts> {
  const span = spanToRead(input);
  if (span === null) return showCounts({ ...input, tallies: [], respondents: [] });
  return showCounts({
    ...input,
    tallies: await listTallies(db, unit.code, span.from, span.to),
    respondents: await listRespondentTallies(db, unit.code, span.from, span.to),
  });
}
