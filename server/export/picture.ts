/** A place in a picture: percent of the width, and CSS pixels from the top. */
export interface Place {
  readonly across: number;
  readonly down: number;
}

/** The shapes of a chart as a page lays them out; see `layOutTrend`. */
export interface Picture {
  /** CSS pixels. */
  readonly height: number;
  readonly lines: readonly {
    readonly role: 'grid' | 'target' | 'range';
    readonly from: Place;
    readonly to: Place;
  }[];
  readonly runs: readonly (readonly Place[])[];
  /** Corners of the spaces between the ends of intervals; they lie under all else. */
  readonly bands: readonly (readonly Place[])[];
  readonly dots: readonly (Place & { readonly isHollow: boolean })[];
  readonly texts: readonly (Place & {
    readonly anchor: 'middle' | 'end';
    readonly isCentred: boolean;
    readonly text: string;
  })[];
}
