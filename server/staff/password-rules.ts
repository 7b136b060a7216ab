import { type Match, ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import type { Fault } from '../../web/types/fault.ts';
import { foldText } from '../lib/fold-text.ts';

/** Code points after NFC. The maximum limits the work of hashing. */
export const PASSWORD_LIMITS = { least: 12, most: 200 } as const;

/** NFC, because keyboards compose characters in different ways. */
export const normalisePassword = (text: string): string => text.toWellFormed().normalize('NFC');

/**
 * Null for an acceptable password: at least 12 characters and hard to guess. Character classes are not required,
 * because they make passwords harder to remember, not stronger (NIST SP 800-63B §3.1.1).
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

/** Kinds of guessable parts; each has a text in `web/messages/accounts.vi.ts`. */
type PasswordPart = 'name' | 'word' | 'keys' | 'sequence' | 'repeat' | 'date' | 'phone';

/**
 * Logarithm of the guesses that a password must withstand. A processor that tries three per second needs a century.
 */
const LEAST_GUESSES_LOG10 = 10;
/**
 * Only the first characters are judged, because the time of the estimate is proportional to the square of the
 * length.
 */
const JUDGED_LENGTH = 40;
const PHONE = /(?:84|0)[2-9]\d{7,8}/g;

let made: ZxcvbnFactory | null = null;
/** Created on first use, because unpacking the word lists takes 0.2 s. */
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

/** Every sequence of neighbouring words: of "xã Đông Sơn" also `dongson`. */
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
      // `known`: names of the person and the office, and phone numbers in the password; other matches are words
      // of the lists.
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
 * Null if the password is hard to guess, else the kinds of its guessable parts; this list may be empty. Case,
 * diacritics and spaces are ignored; each different punctuation character multiplies the guesses by ten. `names`:
 * of the person and the office.
 */
function guessPassword(password: string, names: readonly string[]): PasswordPart[] | null {
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

/**
 * Words of common Vietnamese passwords that the library's lists lack, without diacritics and spaces, as typed
 * without an input method; also words of offices' names.
 */
export const PASSWORD_WORDS: readonly string[] = `
  matkhau matma khongbiet khongco khongcomatkhau cuatoi moi dangnhap taikhoan anhyeuem emyeuanh
  anhnhoem yeuem yeuanh tinhyeu maimai nhieu anh em yeu vietnam vodich toiyeu hanoi saigon hochiminh
  danang haiphong cantho thanhhoa nghean hue quantri quantrivien canbo congchuc lanhdao chutich
  phochutich uybannhandan ubnd ubndxa ubndphuong hdnd xa phuong dackhu tinh huyen nam motcua
  bophanmotcua trungtam hanhchinhcong phucvu vanphong congan congannhandan hailong khaosat xinchao
  chao gmail facebook zalo giadinh hanhphuc sinhnhat deptrai xinhdep dangcongsan conyeu mevabe bome
  toi ban nguyen nguyenvan nguyenthi tran tranvan tranthi levan lethi phamvan phamthi adminadmin
  superuser mypassword abc abcd test
`
  .trim()
  .split(/\s+/);
