import type { TrendPoint } from '../types/report-view.ts';

const WEEKS: readonly (readonly [string, string, string, number | null, number | null])[] = [
  ['2023-W47', '2023-11-20', '2023-11-26', 48, 83.33],
  ['2023-W48', '2023-11-27', '2023-12-03', 52, 86.54],
  ['2023-W49', '2023-12-04', '2023-12-10', null, null],
  ['2023-W50', '2023-12-11', '2023-12-17', 44, 88.64],
  ['2023-W51', '2023-12-18', '2023-12-24', 61, 90.16],
  ['2023-W52', '2023-12-25', '2023-12-31', 39, 92.31],
  ['2024-W01', '2024-01-01', '2024-01-07', 17, null],
  ['2024-W02', '2024-01-08', '2024-01-14', 55, 89.09],
  ['2024-W03', '2024-01-15', '2024-01-21', 70, 91.43],
  ['2024-W04', '2024-01-22', '2024-01-28', 66, 93.94],
  ['2024-W05', '2024-01-29', '2024-02-04', 103, 93.2],
  ['2024-W06', '2024-02-05', '2024-02-11', 35, 94.29],
];

/** Twelve weeks: one is suppressed, one has too few ballots, the last one is open. The intervals are made up. */
export const trendExample: readonly TrendPoint[] = WEEKS.map(([id, from, to, denominator, percent]) => ({
  period: { id, from, to },
  denominator,
  percent,
  interval: percent === null ? null : { low: percent - 8, high: Math.min(100, percent + 5) },
  is_provisional: id === '2024-W06',
}));

/** Twelve weeks of which no figure may be shown. */
export const emptyTrend: readonly TrendPoint[] = trendExample.map((point) => ({
  ...point,
  denominator: null,
  percent: null,
  interval: null,
}));
