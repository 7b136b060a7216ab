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

/** Seal of the period's last sealed day. */
export interface PeriodSeal {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Eight letters, `K7M2-9QXB`. */
  readonly short: string;
}

/** A month or quarter of the year strip. */
export interface YearCell {
  readonly period: PeriodName;
  /** Null: too few ballots, or suppressed. */
  readonly percent: number | null;
  readonly mark: 'met' | 'unsure' | 'not-met' | null;
  readonly isOpen: boolean;
}

/** Reporting months and quarters of a year that have begun, in order of time. */
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
  /** Percentage points since the previous period, if significant; negative: fallen. */
  readonly points: number | null;
}

export interface LeaderView {
  readonly unitName: string;
  /** Today in Vietnam, `YYYY-MM-DD`. */
  readonly now: { readonly day: string };
  /** The unit's first day. */
  readonly openedOn: string;
  readonly current: PeriodReport;
  /** The previous period; null before the unit's first day. */
  readonly before: EarlierView | null;
  /** The same period a year earlier; null also if that is the previous period. */
  readonly yearBefore: EarlierView | null;
  readonly year: YearView;
  readonly closedCounters: readonly string[];
  /** Lowest first. */
  readonly lowCounters: readonly LowCounterView[];
  /** Numbers of comments that the reader has access to. */
  readonly comments: { readonly unread: number; readonly total: number };
  /** Changes of counters since the previous period. */
  readonly counterChanges: readonly ChangeView[];
  /** Ballots required in both periods before a counter is compared. */
  readonly counterMinimum: number;
  readonly options: { readonly periods: readonly PeriodName[] };
  /** Weeks in order of time. */
  readonly trend: readonly TrendPoint[];
  /** Items that respondents who were not satisfied marked low, most frequent first. */
  readonly fixFirst: readonly FixFirstView[];
  /** The most frequent reason at the first item of `fixFirst`; null: none was ticked five times. */
  readonly topReason: string | null;
  readonly meanScore: MeanScoreView | null;
  /** Seal of the period's last sealed day, to be printed; null: no day is sealed. */
  readonly seal: PeriodSeal | null;
  readonly itemNames: Readonly<Record<string, string>>;
}
