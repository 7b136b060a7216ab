import { createHash } from 'node:crypto';
import type { Day } from '../lib/day.ts';

/** The seal of one finished day of a unit (dấu niêm phong). */
export interface DaySeal {
  readonly unit_code: string;
  readonly day: Day;
  /** Ballots received on that day, set aside or not. */
  readonly ballots: number;
  /** SHA-256, 64 lower-case hexadecimal digits; `chain` has the same form. */
  readonly digest: string;
  readonly chain: string;
  readonly sealed_on: Day;
}

/** The content of a seal: canonical lines of ballots and tallies. */
export interface DayLines {
  readonly unit_code: string;
  readonly day: Day;
  readonly ballots: readonly string[];
  readonly tallies: readonly string[];
}

/** The chain value before a unit's first day. */
export const CHAIN_START = '0'.repeat(64);

// Domain separation: the first hashed line names the type, so that no hash can pass for one of another type.
const BALLOT = 'hailong.ballot/1';
const DAY = 'hailong.day/1';
const CHAIN = 'hailong.chain/1';

/** SHA-256 of lines, each terminated by `\n`. */
const hashLines = (lines: readonly string[]): string =>
  createHash('sha256')
    .update(lines.map((line) => `${line}\n`).join(''))
    .digest('hex');

/**
 * The hash of a ballot. It includes the 128-bit random id, so that answers cannot be found by brute force.
 */
export const leafOf = (ballot: string): string => hashLines([BALLOT, ballot]);

/** The result does not depend on the order of ballots and tallies. */
export const digestDay = ({ ballots, ...day }: DayLines): string =>
  digestLeaves({ ...day, leaves: ballots.map(leafOf) });

/** `leaves` and `tallies` may be in any order. */
export const digestLeaves = ({
  unit_code,
  day,
  leaves,
  tallies,
}: Omit<DayLines, 'ballots'> & { readonly leaves: readonly string[] }): string =>
  hashLines([DAY, `${unit_code} ${day}`, ...leaves.toSorted(), ...tallies.toSorted()]);

export const chainDay = (previous: string, day: Day, digest: string): string =>
  hashLines([CHAIN, `${previous} ${day} ${digest}`]);

/** Crockford's base32 alphabet: no I, L, O and U, which are misread on paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The first 40 bits of a chain value in eight characters, `K7M2-9QXB`, for comparison by eye. As a proof
 * compare the whole value: 40 bits can be brute-forced.
 */
export function shortSeal(chain: string): string {
  const bits = BigInt(`0x${chain.slice(0, 10)}`);
  const characters = Array.from(
    { length: 8 },
    (_, at) => ALPHABET[Number((bits >> BigInt(35 - 5 * at)) & 31n)],
  );
  return `${characters.slice(0, 4).join('')}-${characters.slice(4).join('')}`;
}
