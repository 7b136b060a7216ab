import type { Day } from '../lib/day.ts';
import type { Part, Span } from '../period/atoms.ts';
import { GROUP_SIZE } from '../tally/headline-step.ts';
import { addLevels, countLevels, type LevelCounts, NO_LEVELS } from '../tally/level-counts.ts';
import { EMPTY_TALLY, mergeTallies, type Tally } from '../tally/tally.ts';

/**
 * What of a running period may be seen, and when.
 *
 * The official across the counter serves one person, looks at the figures before and after, and would
 * read that person's answer in the difference. So figures move in *releases*: sets of at least five
 * ballots, never taken apart again. What is left over joins once, when the period closes.
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
 * this happens inside atoms first, where no period begins or ends; what an atom leaves over is put
 * together with its neighbours' inside the next larger part, and so on up to the period.
 */

/** One day's ballots of a unit: those that count, or those that were set aside. */
export interface DayBallots {
  readonly day: Day;
  /** Overall levels that the running headline showed: whole groups of five, in the order of arrival. */
  readonly stepped: LevelCounts;
  /** Overall levels of the day's other ballots. */
  readonly rest: LevelCounts;
  /** All of the day's ballots, by the key of their cell. */
  readonly cells: ReadonlyMap<string, Tally>;
}

/** What may be shown. The cells hold no ballot that is not in the headline, and not 1–4 fewer than it. */
export interface Released {
  readonly headline: LevelCounts;
  readonly cells: ReadonlyMap<string, Tally>;
}

/** Ballots that joined the headline together. */
interface HeadlineRelease extends Span {
  readonly levels: LevelCounts;
}

/** Days that became complete together. */
interface Block extends Span {
  readonly ballots: number;
}

/** Ballots of one cell that are shown together: all that it has in the blocks from the first on, till then. */
interface CellRelease extends Span {
  readonly cell: string;
  readonly tally: Tally;
  readonly firstBlock: number;
}

/** What has come to light of a part so far, and what waits. */
interface Progress {
  readonly headline: HeadlineRelease[];
  readonly blocks: Block[];
  readonly cells: CellRelease[];
  /** Finished days of which the headline lacks something; fewer than five ballots together. */
  incomplete: DayBallots[];
  /** Ballots of complete days that are shown in no cell, by cell. */
  readonly waiting: Map<string, { readonly tally: Tally; readonly firstBlock: number }>;
}

/**
 * What of a period may be shown while it is open. `days` are those that have ballots, in order, none after
 * `today`. A part's left-over ballots join only when the part is over.
 */
export function releaseOpen(period: Part, days: readonly DayBallots[], today: Day): Released {
  const { headline, cells } = progressOf(period, days, today);
  return sumReleases(headline, cells);
}

/**
 * What of a free range may be shown: the releases of its atoms that lie in it whole, and in full the
 * weeks in it that are closed, whose figures are complete in their own reports. `atomParts` are the
 * whole atoms that the range touches, so that a release cut by the range's end is left out, not shown
 * in part.
 */
export function releaseRange(
  range: Span,
  atomParts: readonly Part[],
  closedWeeks: readonly Span[],
  days: readonly DayBallots[],
  today: Day,
): Released {
  const fullWeeks = closedWeeks.filter((week) => isIn(range, week));
  const headline: HeadlineRelease[] = [];
  const cells: Omit<CellRelease, 'firstBlock'>[] = [];
  for (const week of fullWeeks) {
    for (const { day, stepped, rest, cells: ofDay } of daysIn(week, days)) {
      headline.push({ from: day, to: day, levels: addLevels(stepped, rest) });
      for (const [cell, tally] of ofDay) cells.push({ from: day, to: day, cell, tally });
    }
  }
  for (const atom of atomParts) {
    if (fullWeeks.some((week) => isIn(week, atom))) continue;
    const progress = progressOf(atom, days, today);
    headline.push(...progress.headline.filter((release) => isIn(range, release)));
    cells.push(...progress.cells.filter((release) => isIn(range, release)));
  }
  return sumReleases(headline, cells);
}

/** Everything of these days: what a closed period shows. */
export function releaseAll(days: readonly DayBallots[]): Released {
  const span = { from: '', to: '' };
  return sumReleases(
    days.map(({ stepped, rest }) => ({ ...span, levels: addLevels(stepped, rest) })),
    days.flatMap(({ cells }) => [...cells].map(([cell, tally]) => ({ ...span, cell, tally }))),
  );
}

function sumReleases(
  headline: readonly HeadlineRelease[],
  releases: readonly { readonly cell: string; readonly tally: Tally }[],
): Released {
  const cells = new Map<string, Tally>();
  for (const { cell, tally } of releases) {
    cells.set(cell, mergeTallies(cells.get(cell) ?? EMPTY_TALLY, tally));
  }
  return { headline: headline.reduce((sum, { levels }) => addLevels(sum, levels), NO_LEVELS), cells };
}

function progressOf(part: Part, days: readonly DayBallots[], today: Day): Progress {
  const inside = daysIn(part, days);
  const progress: Progress = { headline: [], blocks: [], cells: [], incomplete: [], waiting: new Map() };
  if (inside.length === 0) return progress;
  if (part.parts.length === 0) for (const day of inside) addDay(progress, day, today);
  else for (const inner of part.parts) addPart(progress, inner, inside, today);
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

function addPart(progress: Progress, part: Part, days: readonly DayBallots[], today: Day): void {
  const inner = progressOf(part, days, today);
  const offset = progress.blocks.length;
  progress.headline.push(...inner.headline);
  progress.blocks.push(...inner.blocks);
  progress.cells.push(
    ...inner.cells.map((release) => ({ ...release, firstBlock: release.firstBlock + offset })),
  );
  if (part.to >= today) return;
  progress.incomplete.push(...inner.incomplete);
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
  const ready = [...progress.waiting]
    .map(([cell, waiting]) => ({ cell, ...waiting }))
    .filter(({ tally }) => tally.ballots >= GROUP_SIZE)
    .sort((a, b) => a.tally.ballots - b.tally.ballots || (a.cell < b.cell ? -1 : 1));
  while (ready.length > 0 && leavesFew(progress, ready)) ready.shift();
  for (const release of ready) {
    const blocks = progress.blocks.slice(release.firstBlock);
    progress.cells.push({ ...release, ...hullOf(blocks) });
    progress.waiting.delete(release.cell);
  }
}

/** Whether one to four ballots of the blocks since any of them would be in no cell. */
function leavesFew({ blocks, cells }: Progress, ready: readonly Omit<CellRelease, keyof Span>[]): boolean {
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

const daysIn = ({ from, to }: Span, days: readonly DayBallots[]): DayBallots[] =>
  days.filter(({ day }) => from <= day && day <= to);

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
