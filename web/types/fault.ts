export type FaultParams = Readonly<Record<string, string | number>>;

/** Why a form field is rejected; `web/messages` has the sentence for the code. */
export interface Fault<Params = FaultParams> {
  /** Name of the form control. */
  readonly field: string;
  readonly code: string;
  /** Parameters of the sentence. */
  readonly params?: Params;
}

/** A fault at a path of a file, with one line in English for consoles and for codes without a translation. */
export interface FileFault extends Fault {
  readonly params: FaultParams;
  readonly message: string;
}
