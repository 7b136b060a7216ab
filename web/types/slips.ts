/** Slips of one week, over all batches shown. */
export interface SlipWeek {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly issued: number;
  readonly used: number;
  readonly expired: number;
}
