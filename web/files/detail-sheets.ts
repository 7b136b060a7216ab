import { reasonInWords } from '../components/SetAsideTable.tsx';
import { roundedPercent } from '../formatting/numbers.ts';
import { questionName } from '../formatting/question-name.ts';
import { type Dimension, listRespondentRows } from '../formatting/respondent-rows.ts';
import { shownCount } from '../formatting/rest-row.ts';
import { filesVi } from '../messages/files.vi.ts';
import { staffVi as words } from '../messages/staff.vi.ts';
import type { ReportView, TrendPoint } from '../types/report-view.ts';
import type { Sheet } from '../types/workbook.ts';
import { makeSheet } from './figure-sheet.ts';

interface DetailParts {
  readonly report: ReportView;
  readonly itemNames: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
}

/** Wraps a function that reads a figure, so that it returns null for a suppressed group. */
const shown =
  <Group extends { readonly suppressed: boolean }>(figure: (group: Group) => number | null) =>
  (group: Group): number | null =>
    group.suppressed ? null : figure(group);

const noteOf = (isSuppressed: boolean): string | null => (isSuppressed ? words.suppressed : null);

/** One row per factor (group of criteria), then a row with the mean of the factors. */
export function factorSheet({ report, itemNames, notes }: DetailParts): Sheet {
  const { by, percent } = report.factors;
  const factors = by.map((factor) => ({
    id: factor.id,
    name: words.factors.names[factor.id] ?? factor.id,
    percent: factor.suppressed ? null : factor.percent,
    n: factor.suppressed ? null : factor.n,
    leftOut: factor.left_out.map((id) => questionName(id, itemNames, words)).join('; '),
    note: noteOf(factor.suppressed),
  }));
  const mean = { id: '', name: filesVi.meanRow, percent, n: null, leftOut: '', note: null };
  return makeSheet(filesVi.sheets.factors, notes, by.length === 0 ? [] : [...factors, mean], [
    ['id', 'text', ({ id }) => id],
    ['name', 'text', ({ name }) => name],
    ['percent', 'percent', (factor) => factor.percent],
    ['n', 'count', ({ n }) => n],
    ['left_out', 'text', ({ leftOut }) => leftOut],
    ['note', 'text', ({ note }) => note],
  ]);
}

export function questionSheet({ report, itemNames, notes }: DetailParts): Sheet {
  return makeSheet(filesVi.sheets.questions, notes, report.questions, [
    ['id', 'text', ({ id }) => id],
    ['question', 'text', ({ id }) => questionName(id, itemNames, words)],
    ['n', 'count', shown(({ n }) => n)],
    ['level_1', 'count', shown(({ counts }) => counts?.['1'] ?? null)],
    ['level_2', 'count', shown(({ counts }) => counts?.['2'] ?? null)],
    ['level_3', 'count', shown(({ counts }) => counts?.['3'] ?? null)],
    ['level_4', 'count', shown(({ counts }) => counts?.['4'] ?? null)],
    ['level_5', 'count', shown(({ counts }) => counts?.['5'] ?? null)],
    ['na', 'count', shown(({ counts }) => counts?.na ?? null)],
    ['skipped', 'count', shown(({ counts }) => counts?.skipped ?? null)],
    ['not_asked', 'count', shown((question) => question.not_asked ?? null)],
    ['note', 'text', ({ suppressed }) => noteOf(suppressed)],
  ]);
}

/** A counter with fewer ballots than the minimum has counts, but no percentage. */
export function counterSheet({ report, notes }: DetailParts): Sheet {
  const minimum = report.indicator.minimum_n;
  return makeSheet(filesVi.sheets.counters, notes, report.counters, [
    ['id', 'text', ({ code }) => code],
    ['name', 'text', ({ name }) => name],
    ['numerator', 'count', shown(({ numerator }) => numerator)],
    ['denominator', 'count', shown(({ denominator }) => denominator)],
    [
      'percent',
      'percent',
      shown(({ numerator, denominator }) =>
        numerator === null || !denominator || denominator < minimum
          ? null
          : roundedPercent(numerator, denominator),
      ),
    ],
    ['note', 'text', ({ suppressed }) => noteOf(suppressed)],
  ]);
}

export function channelSheet({ report, notes }: DetailParts): Sheet {
  return makeSheet(filesVi.sheets.channels, notes, report.channels, [
    ['id', 'text', ({ channel }) => channel],
    ['name', 'text', ({ channel }) => words.channels.names[channel] ?? channel],
    ['counted', 'count', ({ channel, counted, suppressed }) => shownCount(channel, counted, suppressed)],
    ['note', 'text', (row) => noteOf(shownCount(row.channel, row.counted, row.suppressed) === null)],
  ]);
}

export const respondentSheet = ({ report, itemNames, notes }: DetailParts, dimension: Dimension): Sheet =>
  makeSheet(
    words.respondents.columns[dimension],
    notes,
    listRespondentRows(report, dimension, itemNames, words),
    [
      ['id', 'text', ({ id }) => id],
      ['name', 'text', ({ name }) => name],
      ['numerator', 'count', ({ numerator }) => numerator],
      ['denominator', 'count', ({ denominator }) => denominator],
    ],
  );

export function setAsideSheet({ report, notes }: DetailParts): Sheet {
  return makeSheet(filesVi.sheets.setAside, notes, report.set_aside.by_reason, [
    ['id', 'text', ({ reason }) => reason],
    ['name', 'text', ({ reason }) => reasonInWords(reason, words)],
    ['set_aside', 'count', ({ reason, n, suppressed }) => shownCount(reason, n, suppressed)],
    ['note', 'text', ({ reason, n, suppressed }) => noteOf(shownCount(reason, n, suppressed) === null)],
  ]);
}

/** `points` are weeks, oldest first. */
export function trendSheet(points: readonly TrendPoint[], notes: readonly string[]): Sheet {
  return makeSheet(filesVi.sheets.trend, notes, points, [
    ['period_id', 'text', ({ period }) => period.id],
    ['from', 'day', ({ period }) => period.from],
    ['to', 'day', ({ period }) => period.to],
    ['denominator', 'count', ({ denominator }) => denominator],
    ['percent', 'percent', ({ percent }) => percent],
    ['interval_low', 'percent', ({ interval }) => interval?.low ?? null],
    ['interval_high', 'percent', ({ interval }) => interval?.high ?? null],
    ['note', 'text', (point) => sayPoint(point)],
  ]);
}

function sayPoint({ denominator, percent, is_provisional }: TrendPoint): string | null {
  if (denominator === null) return words.suppressed;
  if (percent === null) return words.tooFewShown;
  return is_provisional ? words.trend.provisional : null;
}
