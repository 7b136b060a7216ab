import { GROUP_SIZE } from '../tally/group-size.ts';

/** Number of ballots by group, of one or several releases. */
export type Sizes = ReadonlyMap<string, number>;

/** Releases with the same groups, added up, while groups are assigned to the set or to the rest. */
interface Mixed {
  readonly sizes: Sizes;
  /** Number of ballots of groups in the set. */
  inside: number;
  /** Number of groups in the rest. */
  outside: number;
}

/**
 * Whether sums and differences of groups and of single releases isolate one to four ballots. For any set of
 * groups, one can subtract the releases that consist of these groups alone: the set's ballots in all other
 * releases remain.
 *
 * A backtracking search assigns each group to the set or to the rest, in an order in which it shares a
 * release with an earlier one. The number of isolated ballots never decreases, so a branch ends at five: the
 * time does not double with every group.
 */
export function isolatesFew(releases: readonly Sizes[]): boolean {
  const mixed = addMixed(releases);
  const places = new Map<string, Mixed[]>();
  for (const one of mixed) {
    for (const id of one.sizes.keys()) places.set(id, [...(places.get(id) ?? []), one]);
  }
  // Groups that share no release, not even through others, isolate nothing of each other.
  return connectedGroups(places).some((ids) => hasFew(ids, places, 0, 0));
}

/** Releases of one group alone isolate nothing, whatever the set is. */
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

/** Breadth first, so that each group but the first shares a release with one before it. */
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

/** `isolated`: number of ballots that the groups before `index` isolate. */
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
