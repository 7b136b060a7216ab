/**
 * A period's report as pages show it: the same object that the JSON for the office above has, so that screen and file
 * cannot differ. Percentages 0–100; null: suppressed.
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
  /** Absent in reports of an earlier version. */
  readonly lead?: LeadView | undefined;
}

/**
 * How the figure compares with the target, with a message for each value. `none`: fewer than five ballots;
 * `too-few`: fewer than the minimum; `unsure-`: the interval contains the target; `provisional-`: the period
 * is not closed.
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
 * Ballots of a kind or field of respondents, which an official at the counter can observe. Entry `not-said`:
 * the respondent did not say; last entry `not-separated`: not separated yet, or too few. A table adds up to
 * the headline.
 */
interface GroupView {
  readonly counted: number;
  readonly numerator: number;
  readonly denominator: number;
  readonly suppressed: boolean;
}

/** `id` is as in URLs (`2024-W05`, `BC-2024-Q1`); days are inclusive. */
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
  /** Counted ballots of surveys without this question; absent in reports of an earlier version. */
  readonly not_asked?: number | null | undefined;
  readonly suppressed: boolean;
}

/** An alert: its kind (`id`) and the figures of its arithmetic by name (`params`). */
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
    /** First day of counted ballots, if later than `from`; reports of an earlier version include the days before. */
    readonly counted_from?: string | null | undefined;
  };
  readonly as_of: string;
  /**
   * received + carried_in = counted + set_aside + pending; pending is the next period's carried_in. A ballot stays
   * pending until its counter's finished days have five valid ballots.
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
  /** Indicator from slips alone; null: no slips, or the reader may not see it. */
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
  /** The last entry is `not-separated`, as in `respondents`. */
  readonly channels: readonly {
    readonly channel: string;
    readonly counted: number | null;
    readonly suppressed: boolean;
  }[];
  /** Only for reporting months and sums of them; in other periods every ballot is `not-separated`. */
  readonly respondents?: readonly (GroupView & { readonly kind: string })[] | undefined;
  readonly fields?: readonly (GroupView & { readonly field: string })[] | undefined;
  /** Multiples of five by reason, the remainder as `unclassified`; they add up to `total`. */
  readonly set_aside: {
    readonly total: number | null;
    readonly by_reason: readonly {
      readonly reason: string;
      readonly n: number | null;
      readonly suppressed: boolean;
    }[];
  };
  /** Finished transactions of the period; null: unknown. */
  readonly transactions: { readonly n: number | null };
  readonly response_rate_percent: number | null;
  readonly alerts: readonly AlertView[];
  readonly counters: readonly {
    readonly code: string;
    readonly name: string;
    readonly denominator: number | null;
    readonly numerator: number | null;
    readonly suppressed: boolean;
    /** Pending ballots; of a closed counter (`ended`) they remain pending. */
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

/** A difference between two periods, called a change only if it is significant (Fisher, Holm). */
export interface ChangeView {
  /** `overall`, a question's id, or a counter's code. */
  readonly id: string;
  /** Percentage points, after minus before; null: either side is suppressed. */
  readonly difference_points: number | null;
  readonly called: 'up' | 'down' | null;
}

export interface EarlierView {
  readonly report: ReportView;
  readonly change: ChangeView;
}

/** Mean level of the overall question, percent of the highest, with its rule. */
export interface MeanScoreView {
  readonly rule: string;
  readonly percent: number;
}

/** A figure that another body publishes, percent, as entered by the office. */
export interface ExternalFigureView {
  readonly code: 'sipas' | 'dvcqg-766';
  /** `2025`, `2026-Q3`, `2026-11`. */
  readonly period: string;
  readonly percent: number;
  readonly source: string;
}

/** How often one item was marked low by respondents who were not satisfied. */
export interface FixFirstView {
  readonly item: string;
  /** Of `dissatisfied_total`, those who marked the item low (level 1 or 2), at least 1. */
  readonly marked_low: number;
  /** Ballots whose overall answer is 1, 2 or 3, at least 5. */
  readonly dissatisfied_total: number;
}

/** Working days so far in a period, and those without any ballot; days are `YYYY-MM-DD`. */
export interface QuietDaysView {
  readonly working_days: number;
  readonly days: number;
  readonly spans: readonly { readonly from: string; readonly to: string; readonly days: number }[];
}
