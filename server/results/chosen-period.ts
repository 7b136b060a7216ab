import { AppError } from '../lib/errors.ts';
import { type NamedPeriod, parsePeriod } from '../period/period.ts';

/**
 * The period that an address names, null when it names none.
 * @throws AppError `not-found` for a malformed one or one that the page does not show.
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
