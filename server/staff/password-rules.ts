import type { Fault } from '../../web/types/fault.ts';
import { guessPassword } from './guess-password.ts';

/** Length of a password in code points after NFC. The maximum limits the work of hashing. */
export const PASSWORD_LIMITS = { least: 12, most: 200 } as const;

/** NFC, because keyboards compose characters differently. */
export const normalisePassword = (text: string): string => text.toWellFormed().normalize('NFC');

/**
 * null: acceptable. At least 12 characters and hard to guess. No character classes: they make passwords harder to
 * remember, not stronger (NIST SP 800-63B §3.1.1).
 */
export function findPasswordFault(password: string, names: readonly string[]): Fault | null {
  const field = 'password';
  const text = normalisePassword(password);
  const { length } = Array.from(text);
  if (length < PASSWORD_LIMITS.least) return { field, code: 'password-short' };
  if (length > PASSWORD_LIMITS.most) return { field, code: 'password-long' };
  const parts = guessPassword(text, names);
  return parts && { field, code: 'password-guessable', params: { parts: parts.join(' ') } };
}
