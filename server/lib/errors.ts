/** Decides the HTTP status, see `http/error-pages.tsx`. */
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

/** An expected failure that ends a request. Its sentence is in `web/messages`. */
export class AppError extends Error {
  override readonly name = 'AppError';
  constructor(
    readonly kind: ErrorKind,
    /** Stable, in kebab-case; part of the API. */
    readonly code: string,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${kind}: ${code}`);
  }
}
