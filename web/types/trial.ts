/** The trial before the official start, as pages show it; days are `YYYY-MM-DD`. */
export interface TrialView {
  /** Day of the first ballot and last day on which ballots are taken; null before the first ballot. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly isOver: boolean;
  readonly isExtended: boolean;
}
