import { createHash } from 'node:crypto';
import type { Random } from '../lib/random.ts';
import { CODE_ALPHABET, unwrapCode } from '../unit/counter.ts';

/** Random characters of a code: 31^11 codes, 54 bits. */
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

/** The last character, chosen so that the checksum is 0. */
function checkCharacter(random: string): string {
  const found = [...CODE_ALPHABET].find((character) => weigh(random + character) === 0);
  if (found === undefined) throw new Error('a prime number of characters has one for every sum');
  return found;
}

/** All codes are equally likely. */
export function makeSlipCode(random: Random): string {
  let code = '';
  while (code.length < RANDOM_CHARACTERS) {
    for (const byte of random.bytes(RANDOM_CHARACTERS)) {
      // 248 is the last multiple of 31 below 256: larger bytes are rejected to avoid modulo bias.
      if (byte < 248 && code.length < RANDOM_CHARACTERS) {
        code += CODE_ALPHABET.charAt(byte % CODE_ALPHABET.length);
      }
    }
  }
  return code + checkCharacter(code);
}

/** The canonical form; null when malformed or when the check character does not match. */
export function parseSlipCode(text: string): string | null {
  const code = unwrapCode(text);
  return PATTERN.test(code) && weigh(code) === 0 ? code : null;
}

/** Whether invalid input was probably meant as a slip code: it is nearly as long as one. */
export const resemblesSlipCode = (text: string): boolean =>
  unwrapCode(text).length >= SLIP_CODE_LENGTH - GROUP;

/** Separates a code into groups of four characters. */
export const formatSlipCode = (code: string): string =>
  (code.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-');

/** Hash under which a slip is stored; its code is never stored. */
export const hashSlipCode = (code: string): string =>
  createHash('sha256').update(`slip\n${code}`).digest('base64url');
