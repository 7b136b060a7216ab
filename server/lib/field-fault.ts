/** One field of a form that cannot be taken as it is; the code has its sentence in `web/messages`. */
export interface FieldFault {
  readonly field: string;
  readonly code: string;
}
