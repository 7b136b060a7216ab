import type { AlertView } from '../../web/types/report-view.ts';
import { roundForData } from '../indicator/rounding.ts';
import type { Alert } from './alert.ts';

/**
 * Largest published value of 1/p: smaller probabilities depend more on the assumed distribution than on the data.
 */
const RAREST = 1_000_000;

/** 1e-9 corrects a quotient that binary rounding puts just below a whole number. */
const oneIn = (p: number | null): number | null =>
  p === null ? null : Math.min(RAREST, Math.floor(1 / Math.max(p, 1 / RAREST) + 1e-9));

export function toReportedAlert({ id, params, p, level, ...rest }: Alert): AlertView {
  const given = { ...rest, ...params, one_in: oneIn(p), alert_from_one_in: oneIn(level) };
  return {
    id,
    params: Object.fromEntries(
      Object.entries(given).map(([name, value]) => [
        name,
        typeof value === 'number' ? roundForData(value) : value,
      ]),
    ),
  };
}

const OF_NUMBERS = ['more-than-transactions', 'sudden-rise', 'odd-hours', 'silent-counter'];

/**
 * Only alerts about the number of ballots of the whole unit are public: an alert about a counter would point at one
 * colleague.
 */
export const isPublicAlert = ({ id, params }: AlertView): boolean =>
  params.counter === null && params.channel === null && OF_NUMBERS.includes(id);
