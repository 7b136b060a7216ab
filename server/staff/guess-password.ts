import { type Match, ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { foldText } from '../lib/fold-text.ts';
import { PASSWORD_WORDS } from './password-words.ts';

/** What a guesser would try; each has its words in `web/messages/accounts.vi.ts`. */
type PasswordPart = 'name' | 'word' | 'keys' | 'sequence' | 'repeat' | 'date' | 'phone';

/** Guesses that a password must withstand: a processor that tries three a second needs a century. */
const LEAST_GUESSES_LOG10 = 10;
/** The work of the estimate grows with the square of the length; longer passwords are judged by their beginning. */
const JUDGED_LENGTH = 40;
const PHONE = /(?:84|0)[2-9]\d{7,8}/g;

let made: ZxcvbnFactory | null = null;
/** Made at the first use, because unpacking the word lists takes a fifth of a second. */
const estimator = (): ZxcvbnFactory => {
  const { qwerty, keypad } = adjacencyGraphs;
  made ??= new ZxcvbnFactory({
    dictionary: { ...dictionary, vietnamese: [...PASSWORD_WORDS] },
    graphs: { qwerty, keypad },
    l33tMaxSubstitutions: 20,
    maxLength: JUDGED_LENGTH,
  });
  return made;
};

/** Every run of neighbouring words of a name: of "xã Đông Sơn" also `dongson`. */
function runsOf(name: string): string[] {
  const words = foldText(name).split(' ').slice(0, 12);
  return words
    .flatMap((_, first) =>
      words.slice(first).map((_word, count) => words.slice(first, first + count + 1).join('')),
    )
    .filter((run) => run.length >= 3);
}

function partOf(match: Match, known: ReadonlySet<string>): PasswordPart | null {
  switch (match.pattern) {
    case 'dictionary':
      // A word of the lists may be a name here.
      if (!known.has(match.token)) return 'word';
      return /^\d+$/.test(match.token) ? 'phone' : 'name';
    case 'spatial':
      return 'keys';
    case 'sequence':
      return 'sequence';
    case 'repeat':
      return 'repeat';
    case 'date':
    case 'regex':
      return 'date';
    default:
      return null;
  }
}

/**
 * null: hard enough to guess. Otherwise the guessable parts, none where it is only too uniform. Diacritics, capitals
 * and spaces do not make a word harder to guess, and other characters count once each, wherever they are.
 * `names`: of the person and the office.
 */
export function guessPassword(password: string, names: readonly string[]): PasswordPart[] | null {
  const folded = password
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\u0111/g, 'd');
  const signs = new Set(folded.match(/[^\p{L}\p{N}@\s]/gu)).size;
  const text = folded.replace(/[^\p{L}\p{N}@]/gu, '').slice(0, JUDGED_LENGTH);
  const known = new Set([...names.flatMap(runsOf), ...(text.match(PHONE) ?? [])]);
  const { guessesLog10, sequence } = estimator().check(text, [...known]);
  if (guessesLog10 + signs >= LEAST_GUESSES_LOG10) return null;
  return [...new Set(sequence.map((match) => partOf(match, known)).filter((part) => part !== null))];
}
