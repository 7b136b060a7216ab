import { reasonInWords } from '../components/SetAsideTable.tsx';
import { formatCount, formatPercent, formatShare } from '../formatting/numbers.ts';
import { questionName } from '../formatting/question-name.ts';
import { listRespondentRows } from '../formatting/respondent-rows.ts';
import { shownCount } from '../formatting/rest-row.ts';
import { draftReportVi as draft } from '../messages/draft-report.vi.ts';
import { staffVi as words } from '../messages/staff.vi.ts';
import type { ReportBlock } from '../types/official-report.ts';
import type { ReportView } from '../types/report-view.ts';
import { DASH, figureTable, heading, paragraphs } from './draft-blocks.ts';

interface SectionParts {
  readonly report: ReportView;
  readonly itemNames: Readonly<Record<string, string>>;
}

const targetOf = (report: ReportView): number | null => report.indicator.target?.percent ?? null;

export function respondentSection({ report, itemNames }: SectionParts): ReportBlock[] {
  const rows = listRespondentRows(report, 'respondents', itemNames, words);
  return [
    heading(draft.respondents.heading),
    ...(rows.length === 0
      ? paragraphs(`${words.noFigures}.`)
      : [
          figureTable(
            draft.respondents.table,
            [
              [words.respondents.columns.respondents, 5],
              [words.counters.ballots, 2],
              [words.counters.satisfied, 3],
            ],
            rows.map(({ name, numerator, denominator }) => [
              name,
              formatCount(denominator, 'vi'),
              saySatisfied(report, numerator, denominator),
            ]),
          ),
        ]),
  ];
}

/** The number satisfied; also as a percentage if `denominator` reaches the minimum of ballots. */
const saySatisfied = (report: ReportView, numerator: number, denominator: number): string =>
  denominator < report.indicator.minimum_n
    ? words.counters.of(numerator, denominator)
    : `${formatCount(numerator, 'vi')} (${formatShare(numerator, denominator, targetOf(report), 'vi')})`;

export function factorTable({ report, itemNames }: SectionParts): ReportBlock[] {
  const { by, percent } = report.factors;
  if (by.length === 0) return [];
  const aim = targetOf(report);
  const leftOut = by.flatMap(({ left_out }) => left_out).map((id) => questionName(id, itemNames, words));
  return [
    figureTable(
      draft.factors.table,
      [
        [words.factors.column, 5],
        [words.factors.share, 2],
        [words.factors.answers, 2],
      ],
      by.map((factor) => [
        words.factors.names[factor.id] ?? factor.id,
        factor.suppressed || factor.percent === null
          ? words.tooFewShown
          : formatPercent(factor.percent, aim, 'vi'),
        factor.suppressed || factor.n === null ? DASH : formatCount(factor.n, 'vi'),
      ]),
    ),
    ...paragraphs(
      percent === null ? words.factors.noMean : words.factors.mean(formatPercent(percent, aim, 'vi')),
      leftOut.length === 0 ? null : words.factors.leftOut(leftOut.join('; ')),
      words.factors.note,
    ),
  ];
}

const LEVELS = ['1', '2', '3', '4', '5'] as const;

export function questionSection({ report, itemNames }: SectionParts): ReportBlock[] {
  const questions = report.questions.map((question) =>
    question.suppressed ? { ...question, counts: null } : question,
  );
  if (questions.every(({ counts }) => counts === null)) {
    return [heading(draft.questions.heading), ...paragraphs(words.questions.none)];
  }
  return [
    heading(draft.questions.heading),
    figureTable(
      draft.questions.table,
      [
        [words.questions.column, 4.2],
        ...LEVELS.map((level): [string, number] => [words.levels[level], 1.8]),
        [words.levels.na, 1.8],
      ],
      questions.map(({ id, counts }) => [
        questionName(id, itemNames, words),
        ...LEVELS.map((level) => (counts === null ? DASH : formatCount(counts[level], 'vi'))),
        counts === null ? DASH : formatCount(counts.na, 'vi'),
      ]),
    ),
  ];
}

export function counterSection({ report }: SectionParts): ReportBlock[] {
  const counters = report.counters.map((counter) =>
    counter.suppressed ? { ...counter, numerator: null, denominator: null } : counter,
  );
  if (counters.every(({ denominator }) => !denominator)) {
    return [heading(draft.counters.heading), ...paragraphs(words.counters.none)];
  }
  return [
    heading(draft.counters.heading),
    figureTable(
      draft.counters.table,
      [
        [words.counters.column, 5],
        [words.counters.ballots, 2],
        [words.counters.satisfied, 3],
      ],
      counters.map(({ name, numerator, denominator }) =>
        numerator === null || !denominator
          ? [name, DASH, words.suppressed]
          : [name, formatCount(denominator, 'vi'), saySatisfied(report, numerator, denominator)],
      ),
    ),
    ...paragraphs(draft.counters.note(formatCount(report.indicator.minimum_n, 'vi'))),
  ];
}

/** A table for the office to fill in by hand, because the server does not classify comments. */
export function commentSection(): ReportBlock[] {
  const { columns, kinds, blank, table, heading: text } = draft.comments;
  const [kind = '', ...counts] = columns;
  return [
    heading(text),
    figureTable(
      table,
      [[kind, 4], ...counts.map((column): [string, number] => [column, 2])],
      kinds.map((name) => [name, ...counts.map(() => blank)]),
    ),
  ];
}

export function setAsideTable({ report }: SectionParts): ReportBlock[] {
  const { total, by_reason } = report.set_aside;
  if (total === 0 || by_reason.length === 0) return [];
  const all = report.indicator_all?.percent ?? null;
  return [
    figureTable(
      draft.method.table,
      [
        [words.setAside.column, 5],
        [words.ballotsColumn, 2],
      ],
      by_reason.map(({ reason, n, suppressed }) => {
        const shown = shownCount(reason, n, suppressed);
        return [reasonInWords(reason, words), shown === null ? words.suppressed : formatCount(shown, 'vi')];
      }),
    ),
    ...paragraphs(all === null ? null : words.setAside.withThem(formatPercent(all, targetOf(report), 'vi'))),
  ];
}
