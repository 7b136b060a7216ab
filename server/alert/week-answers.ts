import type { Disclosed } from '../disclosure/disclose.ts';
import { type CountTable, hasSmallCut } from '../disclosure/small-cuts.ts';
import { findSuppressed } from '../disclosure/suppress.ts';
import { computeShareSatisfied } from '../indicator/share-satisfied.v1.ts';
import type { Span } from '../period/atoms.ts';
import { OVERALL } from '../survey/definition.ts';
import { levelsOf, mergeTallies, type Tally } from '../tally/tally.ts';
import type { AnswerGroup, WeekAnswers } from './alert-input.ts';

type Cells = Disclosed['cells'];

/**
 * What a closed week's ballots that count say, by counter and by channel, as far as it may be shown: groups that
 * the week's report hides are left out, and channels altogether where their sums beside the counters' would
 * tell what one to four ballots say.
 */
export function toWeekAnswers({ from, to }: Span, { cells }: Pick<Disclosed, 'cells'>): WeekAnswers {
  const counted = cells.filter(({ set_aside }) => set_aside === '');
  const surveys = new Set(counted.map(({ survey_id, survey_version }) => `${survey_id}/${survey_version}`));
  const [survey = null] = surveys;
  return {
    from,
    to,
    survey: surveys.size === 1 ? survey : null,
    counters: listGroups(counted, ({ counter_code }) => counter_code),
    channels: hasSmallCut(tabulate(counted)) ? [] : listGroups(counted, ({ channel }) => channel),
  };
}

function listGroups(cells: Cells, idOf: (cell: Cells[number]) => string): AnswerGroup[] {
  const tallies = new Map<string, Tally>();
  for (const cell of cells) {
    const known = tallies.get(idOf(cell));
    tallies.set(idOf(cell), known ? mergeTallies(known, cell.tally) : cell.tally);
  }
  const hidden = findSuppressed([...tallies].map(([id, { ballots }]) => ({ id, n: ballots })));
  return [...tallies]
    .filter(([id]) => !hidden.has(id))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, tally]) => ({
      id,
      n: tally.ballots,
      satisfied: computeShareSatisfied(levelsOf(tally, OVERALL)).numerator,
      all_equal: tally.all_equal,
    }));
}

/** Ballots by counter and channel. */
function tabulate(cells: Cells): CountTable {
  const rows = new Map<string, Map<string, number>>();
  for (const { counter_code, channel, tally } of cells) {
    const row = rows.get(counter_code) ?? new Map<string, number>();
    rows.set(counter_code, row);
    row.set(channel, (row.get(channel) ?? 0) + tally.ballots);
  }
  return rows;
}
