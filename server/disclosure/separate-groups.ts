import type { Day } from '../lib/day.ts';
import { addLevels, countLevels, type LevelCounts, NO_LEVELS } from '../tally/level-counts.ts';
import { isolatesFew, type Sizes } from './isolates-few.ts';
import { findSuppressed } from './suppress.ts';

/** Overall levels by group. The groups partition the ballots. */
export type Groups = ReadonlyMap<string, LevelCounts>;

interface DividedRelease {
  readonly day: Day;
  readonly groups: Groups;
}

/**
 * The groups of a month as far as they may be shown. An official can see to which group a person belongs (an
 * organisation, somebody with a paper slip), so no figure may isolate one to four ballots of a group.
 * Releases are therefore gathered into blocks until that holds for all groups, and shown together. The last
 * block of a finished month is shown without the groups that are too small, which then stay hidden.
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

/** The groups to suppress: those of `findSuppressed`, then the next smallest until nothing is isolated. */
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
