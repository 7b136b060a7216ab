import { consoleVi } from '../web/messages/console.vi.ts';
import { doctorVi } from '../web/messages/doctor.vi.ts';
import { ConfigError } from './config.ts';
import { AppError } from './lib/errors.ts';
import { OpenDatabaseError } from './storage/database.ts';
import { storageCauseOf } from './storage/storage-cause.ts';
import { SurveyFilesError } from './survey/survey-fault.ts';

/** Message for the console; null for an unexpected error. */
export function explainError(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const cause = storageCauseOf(error instanceof OpenDatabaseError ? error.cause : error);
  const found = doctorVi.findings[`database-${cause}`]?.({ reason: error.message });
  if (found !== undefined) return found;
  if (error instanceof AppError) return consoleVi.errors[error.code]?.(error.params) ?? error.message;
  const expected = [ConfigError, SurveyFilesError, OpenDatabaseError];
  return expected.some((kind) => error instanceof kind) ? error.message : null;
}
