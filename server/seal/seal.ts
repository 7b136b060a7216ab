import { createHash } from 'node:crypto';
import type { Day } from '../lib/day.ts';

/** The seal of one finished day of a unit (dấu niêm phong). */
export interface DaySeal {
  readonly unit_code: string;
  readonly day: Day;
  /** Ballots received on that day, set aside or not. */
  readonly ballots: number;
  /** SHA-256, 64 lower-case hexadecimal digits, as `chain`. */
  readonly digest: string;
  readonly chain: string;
  /** The day on which it was sealed. */
  readonly sealed_on: Day;
}

/** What is sealed of a day, each ballot and each row of the tallies as its canonical line. */
export interface DayLines {
  readonly unit_code: string;
  readonly day: Day;
  readonly ballots: readonly string[];
  readonly tallies: readonly string[];
}

/** What stands before a unit's first day. */
export const CHAIN_BEGIN = '0'.repeat(64);

// The first line of what is hashed names what it is, so that none of the three can pass for another.
const BALLOT = 'hailong.ballot/1';
const DAY = 'hailong.day/1';
const CHAIN = 'hailong.chain/1';

/** SHA-256 of lines, each of them ended by `\n`. */
const hashLines = (lines: readonly string[]): string =>
  createHash('sha256')
    .update(lines.map((line) => `${line}\n`).join(''))
    .digest('hex');

/** The leaf of a ballot. Its random id, 128 bits, is inside: no answer can be found by trying all. */
export const leafOf = (ballot: string): string => hashLines([BALLOT, ballot]);

/** The digest of a day: whatever the order in which ballots and tallies are given. */
export const digestDay = ({ ballots, ...day }: DayLines): string =>
  digestLeaves({ ...day, leaves: ballots.map(leafOf) });

/** The same from the leaves of its ballots, in any order. */
export const digestLeaves = ({
  unit_code,
  day,
  leaves,
  tallies,
}: Omit<DayLines, 'ballots'> & { readonly leaves: readonly string[] }): string =>
  hashLines([DAY, `${unit_code} ${day}`, ...leaves.toSorted(), ...tallies.toSorted()]);

/** The chain of a day from that of the day before. */
export const chainDay = (previous: string, day: Day, digest: string): string =>
  hashLines([CHAIN, `${previous} ${day} ${digest}`]);

/** Crockford's letters: no I, L, O and U, so that what is read from paper is typed without doubt. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The first 40 bits of a chain in eight letters, `K7M2-9QXB`, to be compared by eye. For a proof compare
 * the whole chain: 40 bits can be met by trying.
 */
export function shortSeal(chain: string): string {
  const bits = BigInt(`0x${chain.slice(0, 10)}`);
  const letters = Array.from({ length: 8 }, (_, at) => LETTERS[Number((bits >> BigInt(35 - 5 * at)) & 31n)]);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}
