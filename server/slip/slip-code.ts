import { createHash } from 'node:crypto';
import type { Random } from '../lib/random.ts';
import { CODE_ALPHABET } from '../unit/counter.ts';

/** Random characters of a slip's code: 31^11 codes, 54 bits. */
const RANDOM_CHARACTERS = 11;
/** Characters of a code as it is printed and typed, the check character last. */
export const SLIP_CODE_LENGTH = RANDOM_CHARACTERS + 1;
const GROUP = 4;
const PATTERN = new RegExp(`^[${CODE_ALPHABET}]{${SLIP_CODE_LENGTH}}$`);
/** More of a text nobody types for a code. */
const LONGEST = 60;

/**
 * The sum of the characters' places in the alphabet, each times its position from 1, modulo 31. As 31 is
 * prime and no position reaches it, one wrong character always changes the sum, and so do two that changed
 * places.
 */
const weigh = (code: string): number =>
  [...code].reduce((sum, character, index) => sum + (index + 1) * CODE_ALPHABET.indexOf(character), 0) %
  CODE_ALPHABET.length;

/** The character behind the random ones with which the sum is 0. */
function checkCharacter(random: string): string {
  const found = [...CODE_ALPHABET].find((character) => weigh(random + character) === 0);
  if (found === undefined) throw new Error('a prime number of characters has one for every sum');
  return found;
}

/** A random code; each is equally likely. */
export function makeSlipCode(random: Random): string {
  let code = '';
  while (code.length < RANDOM_CHARACTERS) {
    for (const byte of random.bytes(RANDOM_CHARACTERS)) {
      // Bytes beyond the last whole multiple would make the first letters likelier.
      if (byte < 248 && code.length < RANDOM_CHARACTERS) {
        code += CODE_ALPHABET.charAt(byte % CODE_ALPHABET.length);
      }
    }
  }
  return code + checkCharacter(code);
}

/** What was typed, without what people put between groups; case does not matter. */
const strip = (text: string): string =>
  text
    .slice(0, LONGEST)
    .replace(/[\s.\-_\u2010-\u2015]/g, '')
    .toLowerCase();

/** The code in its one form; null for a text that no slip can have, a slip of the finger among them. */
export function parseSlipCode(text: string): string | null {
  const code = strip(text);
  return PATTERN.test(code) && weigh(code) === 0 ? code : null;
}

/** Whether a text that is no code was meant as a slip's: it is nearly as long as one. */
export const resemblesSlipCode = (text: string): boolean => strip(text).length >= SLIP_CODE_LENGTH - GROUP;

/** The code as it is printed: in groups of four. */
export const formatSlipCode = (code: string): string =>
  (code.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-');

/** What is kept of a code. */
export const hashSlipCode = (code: string): string =>
  createHash('sha256').update(`slip\n${code}`).digest('base64url');
