import { createHash } from 'node:crypto';
import type { Random } from '../lib/random.ts';
import { CODE_ALPHABET, makeRandomCode, NEW_CODE_ALPHABET, unwrapCode } from '../unit/counter.ts';

/**
 * Number of random characters in a code: 25^11 combinations, of which four in five are used (see `makeSlipCode`);
 * 50 bits.
 */
const RANDOM_CHARACTERS = 11;
export const SLIP_CODE_LENGTH = RANDOM_CHARACTERS + 1;
const GROUP = 4;
const PATTERN = new RegExp(`^[${CODE_ALPHABET}]{${SLIP_CODE_LENGTH}}$`);

/**
 * Check sum: the sum of position (from 1) × index in the alphabet, modulo 31. 31 is prime and larger than every
 * position, so any single wrong character and any transposition changes the sum.
 */
const weigh = (code: string): number =>
  [...code].reduce((sum, character, index) => sum + (index + 1) * CODE_ALPHABET.indexOf(character), 0) %
  CODE_ALPHABET.length;

/** Repeats until the check character is one that new codes may contain, so that all codes are equally likely. */
export function makeSlipCode(random: Random): string {
  for (;;) {
    const code = makeRandomCode(random, RANDOM_CHARACTERS);
    const check = [...NEW_CODE_ALPHABET].find((character) => weigh(code + character) === 0);
    if (check !== undefined) return code + check;
  }
}

/** The canonical form; null when malformed or when the check character does not match. */
export function parseSlipCode(text: string): string | null {
  const code = unwrapCode(text);
  return PATTERN.test(code) && weigh(code) === 0 ? code : null;
}

/** Whether invalid input was probably meant as a slip code, judged by its length. */
export const resemblesSlipCode = (text: string): boolean =>
  unwrapCode(text).length >= SLIP_CODE_LENGTH - GROUP;

export const formatSlipCode = (code: string): string =>
  (code.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-');

/** Only this hash of a code is stored. */
export const hashSlipCode = (code: string): string =>
  createHash('sha256').update(`slip\n${code}`).digest('base64url');
