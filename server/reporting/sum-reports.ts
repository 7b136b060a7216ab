import { roundForData, roundInterval } from '../indicator/rounding.ts';
import { SHARE_SATISFIED } from '../indicator/share-satisfied.v1.ts';
import { wilsonInterval } from '../statistics/wilson-interval.ts';
import type { Absence, Totals } from './lists.v1.ts';
import type { Report } from './report.v1.ts';

interface UnitWithoutReport<Reason extends string> {
  readonly unit: string;
  readonly name: string;
  readonly reason: Reason;
}

export type SummedReport = Pick<
  Report,
  'trial' | 'unit' | 'period' | 'indicator' | 'ballots' | 'transactions'
>;

/** Why a report is left out of the sums; null when it is included. */
export function absenceOf({ trial, indicator }: SummedReport): Exclude<Absence, 'not-open'> | null {
  if (trial === true) return 'trial';
  return indicator.suppressed || indicator.numerator === null ? 'hidden' : null;
}

/**
 * Adds up the numbers of reports, leaving out suppressed ones; units on trial only count in `coverage`. The share
 * is computed from the sums.
 */
export function sumReports<Reason extends string>(
  reports: readonly SummedReport[],
  without: readonly UnitWithoutReport<Reason>[],
) {
  const counted = reports.filter((report) => absenceOf(report) === null);
  const sum = (
    list: readonly SummedReport[],
    readNumber: (report: SummedReport) => number | null | undefined,
  ): number => list.reduce((total, report) => total + (readNumber(report) ?? 0), 0);
  const numerator = sum(counted, ({ indicator }) => indicator.numerator);
  const denominator = sum(counted, ({ indicator }) => indicator.denominator);
  const interval = wilsonInterval(numerator, denominator);
  const known = counted.filter(({ transactions }) => transactions.n !== null);
  const received = sum(known, ({ ballots }) => ballots.received);
  const transactions = sum(known, (report) => report.transactions.n);
  const missing = [
    ...without,
    ...reports.flatMap((report) => {
      const reason = absenceOf(report);
      return reason === null ? [] : [{ unit: report.unit.code, name: report.unit.name, reason }];
    }),
  ].sort((a, b) => (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0));
  const countMissing = (wanted: Absence): number => missing.filter(({ reason }) => reason === wanted).length;
  return {
    indicator: {
      rule: SHARE_SATISFIED,
      numerator,
      denominator,
      neutral: sum(counted, ({ indicator }) => indicator.neutral),
      dissatisfied: sum(counted, ({ indicator }) => indicator.dissatisfied),
      percent: denominator === 0 ? null : roundForData((100 * numerator) / denominator),
      interval: interval && { method: 'wilson-95' as const, ...roundInterval(interval) },
    },
    ballots: {
      received: sum(counted, ({ ballots }) => ballots.received),
      carried_in: sum(counted, ({ ballots }) => ballots.carried_in),
      counted: sum(counted, ({ ballots }) => ballots.counted),
      set_aside: sum(counted, ({ ballots }) => ballots.set_aside),
      pending: sum(counted, ({ ballots }) => ballots.pending),
    },
    response: {
      units: known.length,
      received,
      transactions,
      percent: transactions === 0 ? null : roundForData((100 * received) / transactions),
    },
    coverage: {
      units: reports.length + without.length,
      counted: counted.length,
      closed: counted.filter(({ period }) => period.closed_at !== null).length,
      not_open: countMissing('not-open'),
      hidden: countMissing('hidden'),
      trial: countMissing('trial'),
    },
    missing,
  } satisfies Omit<Totals, 'schema' | 'period' | 'missing'> & { missing: object[] };
}
