/** Decides the HTTP status (`http/error-pages.tsx`). */
export type ErrorKind =
  | 'bad-request'
  | 'unauthorised'
  | 'forbidden'
  | 'not-found'
  | 'method-not-allowed'
  | 'too-large'
  | 'unsupported-type'
  | 'invalid'
  | 'too-many'
  | 'wrong-host'
  | 'unavailable';

/** An expected failure, such as invalid input. `web/messages` has a sentence for each code. */
export class AppError extends Error {
  override readonly name = 'AppError';
  constructor(
    readonly kind: ErrorKind,
    /** Kebab-case. Part of the API, so a code never changes. */
    readonly code: string,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${kind}: ${code}`);
  }
}
