import { createHash } from 'node:crypto';
import type { Random } from '../lib/random.ts';
import { CODE_ALPHABET, makeRandomCode, NEW_CODE_ALPHABET, unwrapCode } from '../unit/counter.ts';

/** Random characters of a code: 25^11 codes, of which four in five are used; 50 bits. */
const RANDOM_CHARACTERS = 11;
/** Includes the check character, the last one. */
export const SLIP_CODE_LENGTH = RANDOM_CHARACTERS + 1;
const GROUP = 4;
const PATTERN = new RegExp(`^[${CODE_ALPHABET}]{${SLIP_CODE_LENGTH}}$`);

/**
 * The weighted sum (position from 1 × index in the alphabet) modulo 31. As 31 is prime and larger than every
 * position, any single wrong character and any transposition changes the sum.
 */
const weigh = (code: string): number =>
  [...code].reduce((sum, character, index) => sum + (index + 1) * CODE_ALPHABET.indexOf(character), 0) %
  CODE_ALPHABET.length;

/** All codes are equally likely: those whose check character is none of the letters in use are drawn again. */
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

/** Whether invalid input was probably meant as a slip code: it is nearly as long as one. */
export const resemblesSlipCode = (text: string): boolean =>
  unwrapCode(text).length >= SLIP_CODE_LENGTH - GROUP;

export const formatSlipCode = (code: string): string =>
  (code.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-');

/** Hash under which a slip is stored; its code is never stored. */
export const hashSlipCode = (code: string): string =>
  createHash('sha256').update(`slip\n${code}`).digest('base64url');
