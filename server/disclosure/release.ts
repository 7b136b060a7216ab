import type { Day } from '../lib/day.ts';
import type { Part, Span } from '../period/atoms.ts';
import { GROUP_SIZE } from '../tally/headline-step.ts';
import { addLevels, countLevels, type LevelCounts, NO_LEVELS } from '../tally/level-counts.ts';
import { EMPTY_TALLY, mergeTallies, type Tally } from '../tally/tally.ts';
import type { DayBallots, FilledAtom } from './fill-atoms.ts';

/**
 * Which ballots of a running period may be shown, and when.
 *
 * The threat: an official serves one person, looks at the figures before and after, and reads that person's
 * answer from the difference. So figures grow in *releases*: sets of at least five ballots that are never
 * split. The remainder is added once its days are settled.
 *
 * - The headline of a running day grows in groups of five. The remainders of finished days are added as soon as
 *   they make five together.
 * - A finished day whose ballots are all in the headline is *complete*; days that become complete together form
 *   a *block*. Only then are its ballots shown by cell, and only cells with five or more: otherwise headline and
 *   cells would differ by a few ballots.
 * - For the same reason a cell is held back while showing it would leave one to four ballots of all blocks, or
 *   of the blocks from some block to the last, in no cell.
 *
 * Periods overlap, and the difference of two periods must not isolate fewer than five ballots either. So releases
 * are computed per atom, inside which no period begins or ends, and a period's headline is the sum over its atoms:
 * all periods show the same ballots of an atom. When the period that ends with an atom closes, the atom is
 * *closed* too: all of it is in every headline. An atom with one to four ballots is counted with the next one
 * (`fill-atoms.ts`), so that differences of closed periods are safe too.
 *
 * Ballots set aside are not closed by atom. They are few, so the remainder of an atom is combined with its
 * neighbours in the next larger part, up to the quarter, and otherwise waits until the period closes.
 */

/**
 * What is shown of a period. The cells contain only ballots that are in the headline: either all of these or
 * at least five fewer.
 */
export interface Released {
  readonly headline: LevelCounts;
  readonly cells: ReadonlyMap<string, Tally>;
  /** Finished days that are not entirely in the headline. */
  readonly incomplete: readonly DayBallots[];
}

/** Ballots that were added to the headline in one step. */
interface HeadlineRelease extends Span {
  readonly levels: LevelCounts;
}

/** Days that became complete together: since the same release all of their ballots are in the headline. */
interface Block extends Span {
  readonly ballots: number;
}

/**
 * Ballots of a cell that are shown together: all of its ballots from the first block to the last day of the
 * span.
 */
interface CellRelease extends Span {
  readonly cell: string;
  readonly tally: Tally;
  readonly firstBlock: number;
}

/** The releases of a part so far, and the ballots that are not released yet. */
interface Progress {
  readonly headline: HeadlineRelease[];
  readonly blocks: Block[];
  readonly cells: CellRelease[];
  /**
   * Finished days that are not entirely in the headline; the missing ballots are fewer than five together.
   */
  incomplete: DayBallots[];
  /** Ballots of complete days that are not shown in their cell yet, by cell. */
  readonly waiting: Map<string, { readonly tally: Tally; readonly firstBlock: number }>;
}

/** The releasable ballots of a unit: either those that count, or those set aside. */
export interface CountedOrSetAside {
  /** Atoms with ballots, in order. */
  readonly atoms: readonly FilledAtom[];
  /**
   * Whether the remainder of an atom is combined with neighbouring atoms, instead of waiting until the atom
   * closes.
   */
  readonly waitsForNeighbours: boolean;
}

/** For a period that is still open. */
export function releaseOpen(period: Part, side: CountedOrSetAside, today: Day): Released {
  if (side.waitsForNeighbours) return sumReleases(progressOf(period, side, today));
  const inside = side.atoms.filter((atom) => isIn(period, atom));
  return sumReleases(...inside.map((atom) => releasesOf(atom, today)));
}

/** For a closed period: every ballot of its atoms. */
export const releaseAll = (atoms: readonly FilledAtom[]): Released => sumReleases(...atoms.map(allOf));

const releasesOf = (atom: FilledAtom, today: Day): Releases =>
  atom.isClosed ? allOf(atom) : progressOfDays(atom.days, today);

const allOf = ({ days }: FilledAtom): Releases => ({
  headline: days.map(({ stepped, rest }) => ({ levels: addLevels(stepped, rest) })),
  cells: days.flatMap(({ cells }) => [...cells].map(([cell, tally]) => ({ cell, tally }))),
  incomplete: [],
});

interface Releases {
  readonly headline: readonly Pick<HeadlineRelease, 'levels'>[];
  readonly cells: readonly Pick<CellRelease, 'cell' | 'tally'>[];
  readonly incomplete: readonly DayBallots[];
}

function sumReleases(...releases: readonly Releases[]): Released {
  const cells = new Map<string, Tally>();
  for (const { cell, tally } of releases.flatMap((release) => release.cells)) {
    cells.set(cell, mergeTallies(cells.get(cell) ?? EMPTY_TALLY, tally));
  }
  return {
    headline: releases
      .flatMap(({ headline }) => headline)
      .reduce((sum, { levels }) => addLevels(sum, levels), NO_LEVELS),
    cells,
    incomplete: releases.flatMap(({ incomplete }) => incomplete),
  };
}

const noProgress = (): Progress => ({
  headline: [],
  blocks: [],
  cells: [],
  incomplete: [],
  waiting: new Map(),
});

/** The releases of a part when ballots left over in an atom are combined with those of neighbouring atoms. */
function progressOf(part: Part, side: CountedOrSetAside, today: Day): Progress {
  if (part.parts.length === 0) {
    return progressOfDays(side.atoms.find(({ from }) => from === part.from)?.days ?? [], today);
  }
  const progress = noProgress();
  for (const inner of part.parts) addPart(progress, inner, side, today);
  return progress;
}

function progressOfDays(days: readonly DayBallots[], today: Day): Progress {
  const progress = noProgress();
  for (const day of days) addDay(progress, day, today);
  return progress;
}

function addDay(progress: Progress, day: DayBallots, today: Day): void {
  const span = { from: day.day, to: day.day };
  if (countLevels(day.stepped) > 0) progress.headline.push({ ...span, levels: day.stepped });
  if (day.day >= today) return;
  if (countLevels(day.rest) === 0) addBlock(progress, [day]);
  else progress.incomplete.push(day);
  joinRests(progress);
  releaseWaitingCells(progress);
}

function addPart(progress: Progress, part: Part, side: CountedOrSetAside, today: Day): void {
  const inner = progressOf(part, side, today);
  const offset = progress.blocks.length;
  progress.headline.push(...inner.headline);
  progress.blocks.push(...inner.blocks);
  progress.cells.push(
    ...inner.cells.map((release) => ({ ...release, firstBlock: release.firstBlock + offset })),
  );
  progress.incomplete.push(...inner.incomplete);
  if (part.to >= today) return;
  for (const [cell, { tally, firstBlock }] of inner.waiting) {
    addWaiting(progress, cell, tally, firstBlock + offset);
  }
  joinRests(progress);
  releaseWaitingCells(progress);
}

/**
 * Adds the ballots left over on finished days to the headline once they are at least five; the days are then
 * complete.
 */
function joinRests(progress: Progress): void {
  const { incomplete } = progress;
  const levels = incomplete.reduce((sum, day) => addLevels(sum, day.rest), NO_LEVELS);
  if (countLevels(levels) < GROUP_SIZE) return;
  progress.headline.push({ ...spanOf(incomplete), levels });
  addBlock(progress, incomplete);
  progress.incomplete = [];
}

function addBlock(progress: Progress, days: readonly DayBallots[]): void {
  const index = progress.blocks.length;
  const ballots = days.reduce((sum, day) => sum + countLevels(day.stepped) + countLevels(day.rest), 0);
  progress.blocks.push({ ...spanOf(days), ballots });
  for (const day of days) for (const [cell, tally] of day.cells) addWaiting(progress, cell, tally, index);
}

function addWaiting({ waiting }: Progress, cell: string, tally: Tally, block: number): void {
  const known = waiting.get(cell);
  waiting.set(
    cell,
    known ? { ...known, tally: mergeTallies(known.tally, tally) } : { tally, firstBlock: block },
  );
}

/**
 * Shows the cells that have enough ballots, but holds back the smallest ones while one to four ballots would
 * otherwise be in no cell.
 */
function releaseWaitingCells(progress: Progress): void {
  const ready = listWaiting(progress.waiting)
    .filter(({ tally }) => tally.ballots >= GROUP_SIZE)
    .sort((a, b) => a.tally.ballots - b.tally.ballots || (a.cell < b.cell ? -1 : 1));
  while (ready.length > 0 && leavesFew(progress, ready)) ready.shift();
  addCellReleases(progress, ready);
}

type WaitingCell = Omit<CellRelease, keyof Span>;

const listWaiting = (waiting: Progress['waiting']): WaitingCell[] =>
  [...waiting].map(([cell, rest]) => ({ cell, ...rest }));

function addCellReleases(progress: Progress, ready: readonly WaitingCell[]): void {
  for (const release of ready) {
    progress.cells.push({ ...release, ...hullOf(progress.blocks.slice(release.firstBlock)) });
    progress.waiting.delete(release.cell);
  }
}

/** Whether, from some block to the last, one to four ballots in total would be in no cell. */
function leavesFew({ blocks, cells }: Progress, ready: readonly WaitingCell[]): boolean {
  const left = blocks.map(({ ballots }) => ballots);
  for (const { firstBlock, tally } of [...cells, ...ready]) {
    left[firstBlock] = (left[firstBlock] as number) - tally.ballots;
  }
  let sum = 0;
  return left.reverse().some((ballots) => {
    sum += ballots;
    return sum > 0 && sum < GROUP_SIZE;
  });
}

const isIn = (outer: Span, inner: Span): boolean => outer.from <= inner.from && inner.to <= outer.to;

const spanOf = (days: readonly DayBallots[]): Span => hullOf(days.map(({ day }) => ({ from: day, to: day })));

/** The span from the earliest start to the latest end. `spans` must not be empty. */
function hullOf(spans: readonly Span[]): Span {
  const from = spans.map((span) => span.from).sort()[0] as Day;
  const to = spans
    .map((span) => span.to)
    .sort()
    .at(-1) as Day;
  return { from, to };
}
