/**
 * The chart of weeks as plain shapes, which the page and the Word file draw alike. Horizontal positions are
 * percent of the width, so that text keeps its size on every screen; vertical positions are CSS pixels.
 */
export interface Chart {
  readonly height: number;
  readonly lines: readonly ChartLine[];
  /** Points of the curve, from left to right. A week without a share begins a new run. */
  readonly runs: readonly (readonly Place[])[];
  /** A polygon for each run: along the upper ends of the confidence intervals, and back along the lower ends. */
  readonly bands: readonly (readonly Place[])[];
  readonly dots: readonly ChartDot[];
  /** Tinted rectangle behind the weeks of the page's period; null: all weeks belong to it. */
  readonly ground: {
    readonly from: number;
    readonly to: number;
    readonly top: number;
    readonly bottom: number;
  } | null;
  readonly texts: readonly ChartText[];
}

export interface Place {
  readonly across: number;
  readonly down: number;
}

/** `grid` lines are drawn behind everything else; the `target` is dashed. */
export interface ChartLine {
  readonly role: 'grid' | 'target';
  readonly from: Place;
  readonly to: Place;
}

/** A week's share; a hollow dot if its figures are provisional. */
interface ChartDot extends Place {
  readonly isHollow: boolean;
  /** Whether the week lies before the page's period. */
  readonly isEarlier: boolean;
}

export interface ChartText extends Place {
  readonly role: 'tick' | 'trend-last';
  readonly anchor: 'start' | 'middle' | 'end';
  /** Whether `down` is the middle of the text instead of its baseline. */
  readonly isCentred: boolean;
  readonly text: string;
}
