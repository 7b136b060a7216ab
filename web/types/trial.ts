/** The trial before the official start; days are `YYYY-MM-DD`. */
export interface TrialView {
  /** First day with ballots, and last day on which ballots are accepted; null before the first ballot. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly isOver: boolean;
  readonly isExtended: boolean;
}
