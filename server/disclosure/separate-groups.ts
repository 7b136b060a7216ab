import type { Day } from '../lib/day.ts';
import { GROUP_SIZE } from '../tally/group-size.ts';
import { addLevels, countLevels, type LevelCounts, NO_LEVELS } from '../tally/level-counts.ts';

/** Answers to `overall` by group. Each ballot belongs to exactly one group. */
export type Groups = ReadonlyMap<string, LevelCounts>;

interface DividedRelease {
  readonly day: Day;
  readonly groups: Groups;
}

/**
 * The groups of a month that may be shown. An official may know to which group a person belongs (an organisation,
 * somebody with a paper slip), so no figure or difference of figures may isolate one to four ballots of a group.
 * Releases are therefore shown in blocks that satisfy this for all groups. When the month is over, the last block
 * is shown without the groups that are too small.
 */
export function separateGroups(releases: readonly DividedRelease[], isFinished: boolean): Groups {
  const shown = new Map<string, LevelCounts>();
  const show = (block: readonly DividedRelease[], hidden: ReadonlySet<string>) => {
    for (const [id, levels] of block.flatMap(({ groups }) => [...groups])) {
      if (!hidden.has(id) && countLevels(levels) > 0)
        shown.set(id, addLevels(shown.get(id) ?? NO_LEVELS, levels));
    }
  };
  let block: DividedRelease[] = [];
  for (const day of [...new Set(releases.map((release) => release.day))].sort()) {
    block.push(...releases.filter((release) => release.day === day));
    if (isolatesFew(block.map(sizesOf))) continue;
    show(block, new Set());
    block = [];
  }
  if (isFinished) show(block, findHidden(block.map(sizesOf)));
  return shown;
}

const sizesOf = ({ groups }: DividedRelease): Sizes =>
  new Map([...groups].map(([id, levels]) => [id, countLevels(levels)]));

/** Suppresses the groups of `findSuppressed`, then the next smallest ones until `isolatesFew` is false. */
function findHidden(releases: readonly Sizes[]): ReadonlySet<string> {
  const totals = new Map<string, number>();
  for (const [id, n] of releases.flatMap((sizes) => [...sizes])) totals.set(id, (totals.get(id) ?? 0) + n);
  const hidden = new Set(findSuppressed(totals));
  const shown = [...totals]
    .filter(([id]) => !hidden.has(id))
    .sort(([idA, a], [idB, b]) => a - b || (idA < idB ? -1 : 1));
  while (shown.length > 0 && isolatesFew(releases.map((sizes) => merge(sizes, hidden)))) {
    hidden.add(shown.shift()?.[0] as string);
  }
  return hidden;
}

function merge(sizes: Sizes, hidden: ReadonlySet<string>): Sizes {
  const merged = new Map<string, number>();
  for (const [id, n] of sizes) {
    const to = hidden.has(id) ? '' : id;
    merged.set(to, (merged.get(to) ?? 0) + n);
  }
  return merged;
}

type Sizes = ReadonlyMap<string, number>;

/** The sum of all releases with the same groups, and the state of the search in `isolatesFew`. */
interface Mixed {
  readonly sizes: Sizes;
  /** During the search: ballots of the groups that are in the chosen set. */
  inside: number;
  /** During the search: number of groups that are not in the chosen set. */
  outside: number;
}

/**
 * Whether sums and differences of groups and of single releases isolate one to four ballots. For any set of groups,
 * one can subtract the releases that consist of these groups alone; the set's ballots in all other releases remain.
 * A backtracking search decides for each group whether it is in the set, in an order in which each group shares a
 * release with an earlier one. Each decision keeps or increases the number of isolated ballots, so a branch is cut
 * at five.
 */
export function isolatesFew(releases: readonly Sizes[]): boolean {
  const mixed = addMixed(releases);
  const places = new Map<string, Mixed[]>();
  for (const one of mixed) {
    for (const id of one.sizes.keys()) places.set(id, [...(places.get(id) ?? []), one]);
  }
  // Groups in different connected components share no release, so each component is searched alone.
  return connectedGroups(places).some((ids) => hasFew(ids, places, 0, 0));
}

/** Adds up releases with the same groups; drops releases of a single group, which isolate nothing. */
function addMixed(releases: readonly Sizes[]): Mixed[] {
  const byGroups = new Map<string, Map<string, number>>();
  for (const release of releases) {
    const present = [...release].filter(([, n]) => n > 0).sort(([a], [b]) => (a < b ? -1 : 1));
    if (present.length < 2) continue;
    const key = JSON.stringify(present.map(([id]) => id));
    const sum = byGroups.get(key) ?? new Map<string, number>();
    for (const [id, n] of present) sum.set(id, (sum.get(id) ?? 0) + n);
    byGroups.set(key, sum);
  }
  return [...byGroups.values()].map((sizes) => ({ sizes, inside: 0, outside: 0 }));
}

/** Breadth-first search, so that each group but the first shares a release with an earlier one. */
function connectedGroups(places: ReadonlyMap<string, readonly Mixed[]>): string[][] {
  const seen = new Set<string>();
  return [...places.keys()].flatMap((first) => {
    if (seen.has(first)) return [];
    const ids = new Set([first]);
    for (const id of ids) {
      for (const { sizes } of places.get(id) ?? []) for (const other of sizes.keys()) ids.add(other);
    }
    for (const id of ids) seen.add(id);
    return [[...ids]];
  });
}

/** `isolated`: number of ballots that the decisions about the groups before `index` isolate. */
function hasFew(
  ids: readonly string[],
  places: ReadonlyMap<string, readonly Mixed[]>,
  index: number,
  isolated: number,
): boolean {
  if (isolated >= GROUP_SIZE) return false;
  const id = ids[index];
  if (id === undefined) return isolated > 0;
  const own = places.get(id) ?? [];
  let added = 0;
  for (const one of own) {
    const n = one.sizes.get(id) ?? 0;
    one.inside += n;
    if (one.outside > 0) added += n;
  }
  if (hasFew(ids, places, index + 1, isolated + added)) return true;
  added = 0;
  for (const one of own) {
    one.inside -= one.sizes.get(id) ?? 0;
    if (one.outside === 0) added += one.inside;
    one.outside += 1;
  }
  if (hasFew(ids, places, index + 1, isolated + added)) return true;
  for (const one of own) one.outside -= 1;
  return false;
}

/**
 * Primary and secondary suppression for groups that partition a whole, by number of ballots. Suppresses groups of
 * one to four and, while subtraction from the whole could recover suppressed ballots, also the smallest shown
 * group. Then the suppressed groups have at least five ballots together, in more than one group, or none at all.
 * Ties are broken by id, so that the choice reveals nothing.
 */
export function findSuppressed(sizes: ReadonlyMap<string, number>): ReadonlySet<string> {
  const hidden = [...sizes].filter(([, n]) => n < GROUP_SIZE);
  const shown = [...sizes]
    .filter(([, n]) => n >= GROUP_SIZE)
    .sort(([idA, a], [idB, b]) => a - b || (idA < idB ? -1 : 1));
  const isDisclosive = () => {
    const total = hidden.reduce((sum, [, n]) => sum + n, 0);
    return total > 0 && (total < GROUP_SIZE || hidden.filter(([, n]) => n > 0).length < 2);
  };
  while (isDisclosive()) {
    const next = shown.shift();
    if (!next) break;
    hidden.push(next);
  }
  return new Set(hidden.map(([id]) => id));
}
