import { COMMON_PASSWORD_WORDS } from './guessable-passwords.ts';

/** Length of a password in code points after NFC. The maximum limits the work of hashing. */
export const PASSWORD_LIMITS = { least: 12, most: 200 } as const;

type PasswordFault = 'password-short' | 'password-long' | 'password-common' | 'password-personal';

/** NFC, because keyboards compose characters differently. */
export const normalisePassword = (text: string): string => text.toWellFormed().normalize('NFC');

/** Accents, capitals and punctuation do not make a common word a better password. NFD does not decompose đ. */
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\u0111/g, 'd')
    .replace(/[^a-z0-9@]/g, '');

/** Strips leading and trailing digits and `@`. */
const coreOf = (folded: string): string => folded.replace(/^[\d@]+/, '').replace(/[\d@]+$/, '');

const COMMON = new Set(COMMON_PASSWORD_WORDS.flatMap((word) => [word, coreOf(word)]));
/** Minimum number of distinct characters. */
const LEAST_DIFFERENT = 5;

/** All digits, each one above or below the one before: `123456789012`. */
function isRun(text: string): boolean {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => (code - (codes[index] ?? 0) + 10) % 10));
  return /^\d+$/.test(text) && steps.size === 1 && (steps.has(1) || steps.has(9));
}

function isCommon(password: string): boolean {
  const folded = fold(password);
  const core = coreOf(folded);
  const half = core.slice(0, core.length / 2);
  const isTwice = core.length > 0 && core === half + half;
  return (
    COMMON.has(folded) ||
    COMMON.has(core) ||
    (isTwice && COMMON.has(half)) ||
    new Set(password).size < LEAST_DIFFERENT ||
    isRun(password) ||
    isSequence(password)
  );
}

/** Nearly all characters are one above or below the one before: `abcdefghijkl`. */
function isSequence(password: string): boolean {
  const codes = Array.from(password.toLowerCase(), (character) => character.codePointAt(0) ?? 0);
  const small = codes.slice(1).filter((code, index) => Math.abs(code - (codes[index] ?? 0)) === 1);
  return small.length >= codes.length - 3;
}

/**
 * null: acceptable. At least 12 characters, not common, and without the user's or the office's name. No character
 * classes: they make passwords harder to remember, not stronger (NIST SP 800-63B §3.1.1).
 */
export function findPasswordFault(
  password: string,
  about: { readonly userName: string; readonly fullName: string; readonly unitName: string },
): PasswordFault | null {
  const text = normalisePassword(password);
  const { length } = Array.from(text);
  if (length < PASSWORD_LIMITS.least) return 'password-short';
  if (length > PASSWORD_LIMITS.most) return 'password-long';
  if (isCommon(text)) return 'password-common';
  const folded = fold(text);
  const names = [about.userName, about.fullName, about.unitName].map(fold);
  return names.some((name) => name.length >= 4 && folded.includes(name)) ? 'password-personal' : null;
}
