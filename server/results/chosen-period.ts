import { AppError } from '../lib/errors.ts';
import { type NamedPeriod, parsePeriod } from '../period/period.ts';

/**
 * Null when the query has no period.
 * @throws AppError `not-found` for a malformed period or one that the page does not show.
 */
export function parseChosenPeriod(
  text: string | undefined,
  isShown: (period: NamedPeriod) => boolean,
): NamedPeriod | null {
  if (text === undefined || text === '') return null;
  const period = parsePeriod(text);
  if (period === null || !isShown(period)) throw new AppError('not-found', 'period-unknown');
  return period;
}
