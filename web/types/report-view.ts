/**
 * Part of a period's report. Pages and the JSON for the office above use the same object, so that they cannot
 * differ. Percentages are 0–100; null: suppressed.
 */
export interface IndicatorView {
  readonly rule: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly percent: number | null;
  readonly neutral: number | null;
  readonly dissatisfied: number | null;
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly interval_finite: {
    readonly population: number;
    readonly low: number;
    readonly high: number;
  } | null;
  readonly target: { readonly percent: number; readonly since: string } | null;
  readonly minimum_n: number;
  readonly verdict: 'met' | 'not-met' | 'too-few' | null;
  readonly certain: boolean;
  readonly suppressed: boolean;
  /** Reports closed by earlier versions have none. */
  readonly lead?: LeadView | undefined;
}

/**
 * How the figure compares with the target. `none`: fewer than five ballots; `too-few`: fewer than the
 * minimum; `unsure-`: the confidence interval contains the target; `provisional-`: the period is not closed.
 */
export type LeadView =
  | 'met'
  | 'not-met'
  | 'unsure-above'
  | 'unsure-below'
  | 'provisional-met'
  | 'provisional-not-met'
  | 'too-few'
  | 'none'
  | 'no-target';

/**
 * Ballots by kind or business field of the respondent; the entries add up to all counted ballots.
 * `not-said`: not answered. `not-separated`, always last: groups that are too small to be shown.
 */
interface GroupView {
  readonly counted: number;
  readonly numerator: number;
  readonly denominator: number;
  readonly suppressed: boolean;
}

/** `id` as in URLs: `2024-W05`, `BC-2024-Q1`. Both days are inclusive. */
export interface PeriodName {
  readonly id: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
}

export interface QuestionView {
  readonly id: string;
  readonly factor: string | null;
  readonly n: number | null;
  readonly counts: Readonly<Record<'1' | '2' | '3' | '4' | '5' | 'na' | 'skipped', number>> | null;
  /** Counted ballots of surveys without this question. Reports closed by earlier versions have no such number. */
  readonly not_asked?: number | null | undefined;
  readonly suppressed: boolean;
}

/** `id` is the kind of alert; `params` has the numbers for its sentences. */
export interface AlertView {
  readonly id: string;
  readonly params: Readonly<Record<string, string | number | null>>;
}

export interface ReportView {
  readonly trial?: boolean | undefined;
  readonly unit: { readonly code: string; readonly name: string; readonly kind?: string | null | undefined };
  readonly receiver: string;
  readonly receivers?: readonly string[] | undefined;
  readonly period: PeriodName & {
    readonly closed_at: string | null;
    /** The first day that is counted, if that is later than `from`; null otherwise. */
    readonly counted_from?: string | null | undefined;
  };
  readonly as_of: string;
  /**
   * received + carried_in = counted + set_aside + pending. A ballot is pending until the finished days of its
   * counter have five valid ballots; `carried_in` is the number pending at the end of the previous period.
   */
  readonly ballots: {
    readonly received: number;
    readonly set_aside: number | null;
    readonly counted: number | null;
    readonly pending: number | null;
    readonly carried_in: number;
  };
  readonly survey: readonly {
    readonly id: string;
    readonly version: number;
    readonly sha256: string;
    readonly counted: number | null;
  }[];
  readonly indicator: IndicatorView;
  /** Indicator from slips alone; null: there are no slips, or the reader may not see it. */
  readonly single_use: IndicatorView | null;
  readonly indicator_all: {
    readonly numerator: number | null;
    readonly denominator: number | null;
    readonly percent: number | null;
  } | null;
  readonly factors: {
    readonly rule: string;
    readonly percent: number | null;
    readonly by: readonly {
      readonly id: string;
      readonly percent: number | null;
      readonly n: number | null;
      readonly items: readonly string[];
      readonly left_out: readonly string[];
      readonly suppressed: boolean;
    }[];
  };
  readonly questions: readonly QuestionView[];
  /** The last entry, `not-separated`, has the ballots of channels that are too small to be shown. */
  readonly channels: readonly {
    readonly channel: string;
    readonly counted: number | null;
    readonly suppressed: boolean;
  }[];
  /** Separated only in reporting months and sums of them; in other periods all ballots are `not-separated`. */
  readonly respondents?: readonly (GroupView & { readonly kind: string })[] | undefined;
  readonly fields?: readonly (GroupView & { readonly field: string })[] | undefined;
  /** Counts by reason are rounded down to multiples of five; the entry `unclassified` has the rest. */
  readonly set_aside: {
    readonly total: number | null;
    readonly by_reason: readonly {
      readonly reason: string;
      readonly n: number | null;
      readonly suppressed: boolean;
    }[];
  };
  /** Null: unknown. */
  readonly transactions: { readonly n: number | null };
  readonly response_rate_percent: number | null;
  readonly alerts: readonly AlertView[];
  readonly counters: readonly {
    readonly code: string;
    readonly name: string;
    readonly denominator: number | null;
    readonly numerator: number | null;
    readonly suppressed: boolean;
    /** Received, but not in the figures yet. Those of a closed counter (`ended`) stay pending. */
    readonly pending?: number | undefined;
    readonly ended?: boolean | undefined;
  }[];
  readonly external?: readonly ExternalFigureView[] | undefined;
}

export interface TrendPoint {
  readonly period: { readonly id: string; readonly from: string; readonly to: string };
  readonly denominator: number | null;
  readonly percent: number | null;
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly is_provisional: boolean;
}

/** A difference between two periods. `called` is null unless the difference is statistically significant. */
export interface ChangeView {
  /** `overall`, a question's id, or a counter's code. */
  readonly id: string;
  /** Later minus earlier, in percentage points; null: one of them is suppressed. */
  readonly difference_points: number | null;
  readonly called: 'up' | 'down' | null;
}

export interface EarlierView {
  readonly report: ReportView;
  readonly change: ChangeView;
}

/** Mean level of the overall question, as a percentage of the highest level. */
export interface MeanScoreView {
  readonly rule: string;
  readonly percent: number;
}

/** A percentage that another body publishes and the office enters by hand. */
export interface ExternalFigureView {
  readonly code: 'sipas' | 'dvcqg-766';
  /** `2025`, `2026-Q3` or `2026-11`. */
  readonly period: string;
  readonly percent: number;
  readonly source: string;
}

/** How often one question was answered low by respondents who were not satisfied. */
export interface FixFirstView {
  readonly item: string;
  /** Ballots among `dissatisfied_total` that answer the question with level 1 or 2; at least 1. */
  readonly marked_low: number;
  /** Ballots with level 1, 2 or 3 for the overall question; at least 5. */
  readonly dissatisfied_total: number;
}

/** Working days of the period so far, and those without any ballot; days are `YYYY-MM-DD`. */
export interface QuietDaysView {
  readonly working_days: number;
  readonly days: number;
  readonly spans: readonly { readonly from: string; readonly to: string; readonly days: number }[];
}
