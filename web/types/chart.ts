/**
 * The chart of weeks as plain shapes, so that page, print and Word file draw the same one. Horizontal positions are
 * percent of the width, so that text keeps its size on every screen; vertical ones are CSS pixels.
 */
export interface Chart {
  readonly height: number;
  readonly lines: readonly ChartLine[];
  /** Consecutive weeks with a share, from left to right. */
  readonly runs: readonly (readonly Place[])[];
  /** Polygon of the intervals of each run's weeks: along the upper ends and back along the lower ones. */
  readonly bands: readonly (readonly Place[])[];
  readonly dots: readonly ChartDot[];
  /** Tinted background of the weeks of the page's own period; null: all weeks belong to it. */
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

/** `grid` is drawn behind everything, `target` dashed. */
export interface ChartLine {
  readonly role: 'grid' | 'target';
  readonly from: Place;
  readonly to: Place;
}

/** A week's share; hollow while its figures are provisional. */
interface ChartDot extends Place {
  readonly isHollow: boolean;
  /** Whether the week lies before the page's own period. */
  readonly isEarlier: boolean;
}

export interface ChartText extends Place {
  readonly role: 'tick' | 'target-label' | 'trend-last';
  readonly anchor: 'start' | 'middle' | 'end';
  /** Whether `down` is the vertical middle of the text instead of its baseline. */
  readonly isCentred: boolean;
  readonly text: string;
}
