import { AppError } from '../lib/errors.ts';
import { seesCounter } from '../staff/authorise.ts';
import type { SignedIn } from '../staff/find-signed-in.ts';
import { parseCounterCode } from '../unit/counter.ts';

/**
 * The counter whose week is asked for, null for the whole unit. Whoever sees some counters alone begins
 * with the first of them; the unit's whole week is not theirs.
 * @throws AppError `not-found` for what is no code, `forbidden` for a counter that is not theirs.
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
