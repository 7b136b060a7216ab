/** Slips of one week, summed over the listed batches. */
export interface SlipWeek {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly issued: number;
  readonly used: number;
  readonly expired: number;
}
