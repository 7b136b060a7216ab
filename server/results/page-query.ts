import { AppError } from '../lib/errors.ts';
import { type NamedPeriod, parsePeriod } from '../period/period.ts';
import { seesCounter } from '../staff/authorise.ts';
import type { SignedIn } from '../staff/session.ts';
import { parseCounterCode } from '../unit/counter.ts';

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

/**
 * Null for the whole unit. By default the whole unit, or the first counter for users who may see only some
 * counters.
 * @throws AppError `not-found` for a malformed code, `forbidden` for a counter that the user may not see.
 */
export function chooseCounter(signedIn: SignedIn, text: string | undefined): string | null {
  if (text === undefined || text === '') return signedIn.user.counters?.[0] ?? null;
  const chosen = parseCounterCode(text);
  if (chosen === null) throw new AppError('not-found', 'counter-unknown');
  if (!seesCounter(signedIn, chosen)) {
    throw new AppError('forbidden', 'counter-not-yours');
  }
  return chosen;
}
