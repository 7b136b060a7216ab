import type {
  ChangeView,
  EarlierView,
  FixFirstView,
  MeanScoreView,
  PeriodName,
  ReportView,
  TrendPoint,
} from './report-view.ts';

export interface PeriodReport {
  readonly report: ReportView;
}

export interface PeriodSeal {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Eight letters, `K7M2-9QXB`. */
  readonly short: string;
}

export interface YearCell {
  readonly period: PeriodName;
  /** Null: too few ballots, or suppressed. */
  readonly percent: number | null;
  readonly mark: 'met' | 'unsure' | 'not-met' | null;
  readonly isOpen: boolean;
}

/** Reporting months and quarters that have begun, oldest first. */
export interface YearView {
  readonly year: string;
  readonly months: readonly YearCell[];
  readonly quarters: readonly YearCell[];
}

/** A counter whose whole 95 % interval is below the target, or that fell significantly since the previous period. */
export interface LowCounterView {
  readonly code: string;
  readonly name: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly isBelowTarget: boolean;
  /** Significant change since the previous period in percentage points, negative if it fell; null: none. */
  readonly points: number | null;
}

export interface LeaderView {
  readonly unitName: string;
  /** Today, `YYYY-MM-DD`. */
  readonly now: { readonly day: string };
  readonly openedOn: string;
  readonly current: PeriodReport;
  /** Null: the previous period ended before the unit's first day. */
  readonly before: EarlierView | null;
  /** The same period a year earlier; null if there is none, or if it is `before`. */
  readonly yearBefore: EarlierView | null;
  readonly year: YearView;
  readonly closedCounters: readonly string[];
  /** Lowest first. */
  readonly lowCounters: readonly LowCounterView[];
  /** Only comments that the reader may see. */
  readonly comments: { readonly unread: number; readonly total: number };
  readonly counterChanges: readonly ChangeView[];
  /** Minimum of ballots in each of the two periods for a counter to be compared. */
  readonly counterMinimum: number;
  readonly options: { readonly periods: readonly PeriodName[] };
  /** Weeks, oldest first. */
  readonly trend: readonly TrendPoint[];
  /** Sorted: the item with most low answers first. */
  readonly fixFirst: readonly FixFirstView[];
  /** The most frequent reason at the first item of `fixFirst`; null: no reason was ticked five times. */
  readonly topReason: string | null;
  readonly meanScore: MeanScoreView | null;
  /** For print; null: no day of the period is sealed. */
  readonly seal: PeriodSeal | null;
  readonly itemNames: Readonly<Record<string, string>>;
}
