import type { Day } from '../lib/day.ts';
import type { Part, Span } from '../period/atoms.ts';
import { GROUP_SIZE } from '../tally/headline-step.ts';
import { addLevels, countLevels, type LevelCounts, NO_LEVELS } from '../tally/level-counts.ts';
import { EMPTY_TALLY, mergeTallies, type Tally } from '../tally/tally.ts';
import type { DayBallots, FilledAtom } from './fill-atoms.ts';

/**
 * What of a running period may be seen, and when.
 *
 * The official across the counter serves one person, looks at the figures before and after, and would
 * read that person's answer in the difference. So figures move in *releases*: sets of at least five
 * ballots, never taken apart again. What is left over joins once, when its days are settled.
 *
 * - The headline of a running day moves in whole groups of five. What is left of finished days joins as
 *   soon as it makes five together.
 * - A finished day all of whose ballots are in the headline is *complete*; those that become so at once
 *   are a *block*. Only then its ballots are shown by cell, and a cell only when it has five of them:
 *   otherwise the headline and the cells would differ by the few ballots that one has and the other not.
 * - For the same reason a cell waits while showing it would leave one to four ballots of all blocks, or of
 *   all blocks since any of them, in no cell: their answers would be the difference.
 *
 * Periods overlap, and a difference of two of them must not tell less than five ballots either. So all of
 * this happens inside atoms, where no period begins or ends, and a headline is the sum of its atoms' parts,
 * whichever period it is of: all periods show the same of an atom. When the period that ends with an atom
 * has closed, the atom is *settled*: all of it is in every headline. One to four ballots of a whole atom are
 * counted with the next one (`fill-atoms.ts`), so that no difference of closed periods tells less than five.
 *
 * Ballots that were set aside never settle by atoms: they are few, so what an atom leaves over of them waits
 * for its neighbours' inside the next larger part, and so on up to the quarter, and for the period's closing.
 */

/** What may be shown. The cells hold no ballot that is not in the headline, and not 1–4 fewer than it. */
export interface Released {
  readonly headline: LevelCounts;
  readonly cells: ReadonlyMap<string, Tally>;
  /** Finished days of which the headline lacks something. */
  readonly incomplete: readonly DayBallots[];
}

/** Ballots that joined the headline together. */
interface HeadlineRelease extends Span {
  readonly levels: LevelCounts;
}

/** Days that became complete together. */
interface Block extends Span {
  readonly ballots: number;
}

/** Ballots of one cell that are shown together: all its ballots from the first block to the span's last day. */
interface CellRelease extends Span {
  readonly cell: string;
  readonly tally: Tally;
  readonly firstBlock: number;
}

/** What has been disclosed of a part so far, and what waits. */
interface Progress {
  readonly headline: HeadlineRelease[];
  readonly blocks: Block[];
  readonly cells: CellRelease[];
  /** Finished days of which the headline lacks something; fewer than five ballots together. */
  incomplete: DayBallots[];
  /** Ballots of complete days that are shown in no cell, by cell. */
  readonly waiting: Map<string, { readonly tally: Tally; readonly firstBlock: number }>;
}

/** What is shown of ballots that count, or of those set aside. */
export interface Side {
  /** All atoms that have ballots, in order. */
  readonly atoms: readonly FilledAtom[];
  /** Whether what an atom leaves over waits for its neighbours', instead of for the atom to be settled. */
  readonly waitsForNeighbours: boolean;
}

/** What of a period may be shown while it is open. */
export function releaseOpen(period: Part, side: Side, today: Day): Released {
  if (side.waitsForNeighbours) return sumReleases(progressOf(period, side, today));
  const inside = side.atoms.filter((atom) => isIn(period, atom));
  return sumReleases(...inside.map((atom) => releasesOf(atom, today)));
}

/** Everything that fills these atoms: what a closed period shows. */
export const releaseAll = (atoms: readonly FilledAtom[]): Released => sumReleases(...atoms.map(allOf));

/** What has been disclosed of an atom; nothing that is disclosed is hidden again. */
const releasesOf = (atom: FilledAtom, today: Day): Releases =>
  atom.isSettled ? allOf(atom) : progressOfDays(atom.days, today);

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

/** How the ballots of a part come to light when what an atom leaves over waits for its neighbours'. */
function progressOf(part: Part, side: Side, today: Day): Progress {
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
  releaseCells(progress);
}

function addPart(progress: Progress, part: Part, side: Side, today: Day): void {
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
  releaseCells(progress);
}

/** What is left of finished days joins the headline once it is a group, and completes them. */
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

/** Shows the cells that have enough, the largest first to go; the smallest wait where too little would be left. */
function releaseCells(progress: Progress): void {
  const ready = listWaiting(progress.waiting)
    .filter(({ tally }) => tally.ballots >= GROUP_SIZE)
    .sort((a, b) => a.tally.ballots - b.tally.ballots || (a.cell < b.cell ? -1 : 1));
  while (ready.length > 0 && leavesFew(progress, ready)) ready.shift();
  showCells(progress, ready);
}

type WaitingCell = Omit<CellRelease, keyof Span>;

const listWaiting = (waiting: Progress['waiting']): WaitingCell[] =>
  [...waiting].map(([cell, rest]) => ({ cell, ...rest }));

function showCells(progress: Progress, ready: readonly WaitingCell[]): void {
  for (const release of ready) {
    progress.cells.push({ ...release, ...hullOf(progress.blocks.slice(release.firstBlock)) });
    progress.waiting.delete(release.cell);
  }
}

/** Whether one to four ballots of the blocks since any of them would be in no cell. */
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

/** The days from the first to the last of some spans; there must be one. */
function hullOf(spans: readonly Span[]): Span {
  const from = spans.map((span) => span.from).sort()[0] as Day;
  const to = spans
    .map((span) => span.to)
    .sort()
    .at(-1) as Day;
  return { from, to };
}
