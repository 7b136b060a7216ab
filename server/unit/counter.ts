import type { Random } from '../lib/random.ts';
import type { Database } from '../storage/schema.ts';

/** A place where transactions are done (quầy), or the counter for online transactions. */
export interface Counter extends Omit<Database['counters'], 'is_open'> {
  readonly is_open: boolean;
}

/** Characters accepted in codes: no letters or digits that look alike on paper. */
export const CODE_ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';
/** Characters of new codes: without those that Telex or VNI turn into other letters (vowels, d, w, y). */
export const NEW_CODE_ALPHABET = '23456789bcfghjkmnpqrstvxz';
const CODE_LENGTH = 5;
/** Longer input is truncated before it is parsed. */
const MAX_INPUT_LENGTH = 300;
const CODE_PATTERN = new RegExp(`^[${CODE_ALPHABET}]{${CODE_LENGTH}}$`);

/**
 * Extracts a code, in lower case, from what people type or paste: a whole URL, with a parameter that a chat app
 * appended, in groups, or with punctuation around it.
 */
export const unwrapCode = (text: string): string =>
  text
    .slice(0, MAX_INPUT_LENGTH)
    .replace(/^(?:.*[/\s(])?[kp]\/+/is, '')
    .replace(/[?&#/].*$/s, '')
    .replace(/[\s\p{P}\p{S}\p{Cf}]/gu, '')
    .toLowerCase();

/** The canonical code; null when the text cannot be one. */
export function parseCounterCode(text: string): string | null {
  const code = unwrapCode(text);
  return CODE_PATTERN.test(code) ? code : null;
}

export const makeCounterCode = (random: Random): string => makeRandomCode(random, CODE_LENGTH);

/** All codes of a length are equally likely. */
export function makeRandomCode(random: Random, length: number): string {
  let code = '';
  while (code.length < length) {
    for (const byte of random.bytes(length)) {
      // 250 is the last multiple of 25 below 256: larger bytes are rejected to avoid modulo bias.
      if (byte < 250 && code.length < length)
        code += NEW_CODE_ALPHABET.charAt(byte % NEW_CODE_ALPHABET.length);
    }
  }
  return code;
}

export interface CounterSuccessor extends Omit<Database['counter_successors'], 'is_merged'> {
  /** Permanently closed in favour of the successor. */
  readonly is_merged: boolean;
}

/**
 * Follows successors, which may be closed, too, to the first open counter; null if there is none. Stops at cycles.
 */
export function findOpenSuccessor(
  code: string,
  successors: readonly CounterSuccessor[],
  counters: readonly Counter[],
): Counter | null {
  const passed = new Set([code]);
  for (let at: string | undefined = code; at !== undefined; ) {
    const next: string | undefined = successors.find(
      ({ counter_code }) => counter_code === at,
    )?.successor_code;
    const counter = counters.find((candidate) => candidate.code === next);
    if (!counter || passed.has(counter.code)) return null;
    if (counter.is_open) return counter;
    passed.add(counter.code);
    at = counter.code;
  }
  return null;
}
