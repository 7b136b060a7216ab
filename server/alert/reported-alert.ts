import { roundForData } from '../indicator/rounding.ts';
import type { Alert, AlertId } from './alert.ts';

/** An alert as reports and pages carry it. */
export interface ReportedAlert {
  readonly id: AlertId;
  readonly params: Record<string, number | string | null>;
}

/** Rarer than this is said as this: a smaller chance rests on the form of the curve, not on what is known. */
const RAREST = 1_000_000;

/** How many times a thing of this chance is expected once, rounded down; null where it is no matter of chance. */
const oneIn = (p: number | null): number | null =>
  p === null ? null : Math.min(RAREST, Math.floor(1 / Math.max(p, 1 / RAREST) + 1e-9));

/** An alert with its arithmetic, its numbers with two decimals at most. */
export function toReportedAlert({ id, params, p, level, ...rest }: Alert): ReportedAlert {
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
