/** What went wrong, as far as the answer's status depends on it. `http/error-pages` maps each to one. */
export type ErrorKind =
  | 'bad-request'
  | 'unauthorised'
  | 'forbidden'
  | 'not-found'
  | 'method-not-allowed'
  | 'too-large'
  | 'unsupported-type'
  | 'invalid'
  | 'wrong-host'
  | 'unavailable';

/** An expected failure that ends a request. The sentence for it lives in `web/messages`, never here. */
export class AppError extends Error {
  override readonly name = 'AppError';
  constructor(
    readonly kind: ErrorKind,
    /** A stable name for programs, in kebab-case. */
    readonly code: string,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${kind}: ${code}`);
  }
}
