/**
 * The chart of weeks as plain shapes, so that the page, the paper and the Word file draw the same one. Places
 * across are percent of the width, so that letters keep their size on every screen; those down are CSS pixels.
 */
export interface Chart {
  readonly height: number;
  readonly lines: readonly ChartLine[];
  /** Weeks that follow each other without a gap, each as its places from left to right. */
  readonly runs: readonly (readonly Place[])[];
  /** The intervals of such weeks as one band: its corners along the upper ends and back along the lower ones. */
  readonly bands: readonly (readonly Place[])[];
  readonly dots: readonly ChartDot[];
  readonly texts: readonly ChartText[];
}

export interface Place {
  readonly across: number;
  readonly down: number;
}

/** `grid` lies behind everything, `target` is dashed, `range` is a week's interval. */
export interface ChartLine {
  readonly role: 'grid' | 'target' | 'range';
  readonly from: Place;
  readonly to: Place;
}

/** A week's share; hollow while its figures are provisional. */
export interface ChartDot extends Place {
  readonly isHollow: boolean;
}

export interface ChartText extends Place {
  readonly role: 'tick' | 'target-label';
  readonly anchor: 'middle' | 'end';
  /** Whether `down` is the middle of its letters and not the line that they stand on. */
  readonly isCentred: boolean;
  readonly text: string;
}
