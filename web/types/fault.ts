export type FaultParams = Readonly<Record<string, string | number>>;

/** Why the value of a form field is rejected. `web/messages` has a sentence for each code. */
export interface Fault<Params = FaultParams> {
  /** Name of the form control. */
  readonly field: string;
  readonly code: string;
  readonly params?: Params;
}

/** A fault at a path in a file. `message` is English, for consoles and for codes without a translation. */
export interface FileFault extends Fault {
  readonly params: FaultParams;
  readonly message: string;
}
