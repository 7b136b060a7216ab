import { COMMON_PASSWORD_WORDS } from './guessable-passwords.ts';

/** Lengths of a password after NFC, in code points. The most is far beyond what anybody types. */
export const PASSWORD_LIMITS = { least: 12, most: 200 } as const;

/** Why a password is refused. */
export type PasswordFault = 'password-short' | 'password-long' | 'password-common' | 'password-personal';

/** A password in the one form that is hashed: how a keyboard composes a letter must not matter. */
export const normalisePassword = (text: string): string => text.toWellFormed().normalize('NFC');

/** Letters without marks, in lower case, nothing but letters, digits and `@`. */
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\u0111/g, 'd')
    .replace(/[^a-z0-9@]/g, '');

/** A word without the digits and signs that people put around it. */
const coreOf = (folded: string): string => folded.replace(/^[\d@]+/, '').replace(/[\d@]+$/, '');

const COMMON = new Set(COMMON_PASSWORD_WORDS.flatMap((word) => [word, coreOf(word)]));
/** Fewer different characters than this are a pattern, not a password. */
const LEAST_DIFFERENT = 5;

/** Whether each character follows the one before it: `123456789012`, `abcdefghijkl`, `cba…`. */
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

/** Whether nearly all of it goes up or down the alphabet or the digits by one. */
function isSequence(password: string): boolean {
  const codes = Array.from(password.toLowerCase(), (character) => character.codePointAt(0) ?? 0);
  const small = codes.slice(1).filter((code, index) => Math.abs(code - (codes[index] ?? 0)) === 1);
  return small.length >= codes.length - 3;
}

/**
 * Why a password may not be used, null when it may: at least 12 characters, none of the commonest, and
 * without the user name, the person's name or the office's inside. No rule of character classes: they make
 * passwords forgotten, not strong (NIST SP 800-63B §3.1.1).
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
