import type { Day } from '../lib/day.ts';
import { GROUP_SIZE } from '../tally/group-size.ts';
import { addLevels, countLevels, type LevelCounts, NO_LEVELS } from '../tally/level-counts.ts';
import { findSuppressed } from './suppress.ts';

/** Overall levels by group. The groups partition the ballots. */
export type Groups = ReadonlyMap<string, LevelCounts>;

/** A release, divided into groups. */
interface DividedRelease {
  readonly day: Day;
  readonly groups: Groups;
}

/** Number of ballots by group, of several releases. */
type Sizes = ReadonlyMap<string, number>;

/**
 * The groups of a month as far as they may be shown. An official sees on a person to which group they belong (an
 * organisation, a paper slip in hand), so no figure may isolate one to four ballots of a group. Releases are
 * therefore gathered into blocks until that holds for all groups, and shown together. The last block of a finished
 * month is shown without the groups that are too small, which then stay hidden.
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
    if (isDisclosive(block.map(sizesOf))) continue;
    show(block, new Set());
    block = [];
  }
  if (isFinished) show(block, findHidden(block.map(sizesOf)));
  return shown;
}

const sizesOf = ({ groups }: DividedRelease): Sizes =>
  new Map([...groups].map(([id, levels]) => [id, countLevels(levels)]));

/**
 * Whether sums and differences of groups and of single releases isolate one to four ballots. They can isolate, of any
 * set of groups, the ballots outside those releases that consist of these groups alone.
 */
function isDisclosive(releases: readonly Sizes[]): boolean {
  const ids = [...new Set(releases.flatMap((sizes) => [...sizes.keys()]))];
  const rows = releases.map((sizes) => ids.map((id) => sizes.get(id) ?? 0));
  for (let set = 1; set < 2 ** ids.length; set += 1) {
    const isIn = (at: number) => (set & (2 ** at)) !== 0;
    const isolated = rows
      .filter((row) => row.some((n, at) => n > 0 && !isIn(at)))
      .reduce((sum, row) => sum + row.reduce((own, n, at) => own + (isIn(at) ? n : 0), 0), 0);
    if (isolated > 0 && isolated < GROUP_SIZE) return true;
  }
  return false;
}

/** The groups that suppression hides beside the total, then the next smallest until nothing is disclosive. */
function findHidden(releases: readonly Sizes[]): ReadonlySet<string> {
  const totals = new Map<string, number>();
  for (const [id, n] of releases.flatMap((sizes) => [...sizes])) totals.set(id, (totals.get(id) ?? 0) + n);
  const hidden = new Set(findSuppressed(totals));
  const shown = [...totals]
    .filter(([id]) => !hidden.has(id))
    .sort(([idA, a], [idB, b]) => a - b || (idA < idB ? -1 : 1));
  while (shown.length > 0 && isDisclosive(releases.map((sizes) => merge(sizes, hidden)))) {
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
