export type FaultParams = Readonly<Record<string, string | number>>;

/** One thing in a form that cannot be taken as it is; the code has its sentence in `web/messages`. */
export interface Fault<Params = FaultParams> {
  /** The control that it belongs to. */
  readonly field: string;
  readonly code: string;
  /** What the sentence speaks of. */
  readonly params?: Params;
}
