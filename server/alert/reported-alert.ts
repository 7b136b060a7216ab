import type { AlertView } from '../../web/types/report-view.ts';
import { roundForData } from '../indicator/rounding.ts';
import type { Alert } from './alert.ts';

/** Rarer than this is said as this: a smaller chance rests on the form of the curve, not on what is known. */
const RAREST = 1_000_000;

/** How many times a thing of this chance is expected once, rounded down; null where it is no matter of chance. */
const oneIn = (p: number | null): number | null =>
  p === null ? null : Math.min(RAREST, Math.floor(1 / Math.max(p, 1 / RAREST) + 1e-9));

/** An alert with its arithmetic, its numbers with two decimals at most. */
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
