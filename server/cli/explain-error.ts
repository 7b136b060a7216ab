import { consoleVi } from '../../web/messages/console.vi.ts';
import { AppError } from '../lib/errors.ts';

/** Explains an error in Vietnamese; unknown errors give their own message. */
export function explainError(error: unknown): string {
  if (!(error instanceof AppError)) return (error as Error).message;
  return consoleVi.errors[error.code]?.(error.params) ?? error.message;
}
