import { consoleVi } from '../../web/messages/console.vi.ts';
import { AppError } from '../lib/errors.ts';

/** An expected failure in a plain sentence; by its code where the catalogue has none. */
export function explainError(error: unknown): string {
  if (!(error instanceof AppError)) return (error as Error).message;
  return consoleVi.errors[error.code]?.(error.params) ?? error.message;
}
