import { sayDataWarning } from '../formatting/data-warning.ts';
import { formatPeriodWithDays } from '../formatting/periods.ts';
import { questionName } from '../formatting/question-name.ts';
import { sayStatus } from '../formatting/status-sentences.ts';
import { filesVi } from '../messages/files.vi.ts';
import { staffVi as words } from '../messages/staff.vi.ts';
import type { LeaderPageProps } from '../pages/LeaderPage.tsx';
import type { WeekPageProps } from '../pages/WeekPage.tsx';
import type { ReportView } from '../types/report-view.ts';
import type { Sheet, Workbook } from '../types/workbook.ts';
import { comparisonSheet } from './comparison-sheet.ts';
import {
  channelSheet,
  counterSheet,
  factorSheet,
  questionSheet,
  respondentSheet,
  setAsideSheet,
  trendSheet,
} from './detail-sheets.ts';
import { makeSheet } from './figure-sheet.ts';

/** Lines above every table: title, warning about demo or trial data, period, whether the figures are final. */
const notesOf = (title: string, report: ReportView, demo: boolean): string[] => [
  title,
  ...[sayDataWarning(demo, report)].filter((warning) => warning !== null),
  formatPeriodWithDays(report.period, words),
  sayStatus(report, words),
  words.status.notSipas,
  filesVi.emptyCells,
];

export function leaderWorkbook(
  props: Pick<
    LeaderPageProps,
    'unitName' | 'demo' | 'current' | 'before' | 'yearBefore' | 'trend' | 'itemNames'
  >,
): Workbook {
  const { current, before, yearBefore, trend, itemNames } = props;
  const { report } = current;
  const notes = notesOf(props.unitName, report, props.demo);
  const parts = { report, itemNames, notes };
  return {
    sheets: [
      comparisonSheet({ ...parts, before: before?.report ?? null, yearBefore: yearBefore?.report ?? null }),
      factorSheet(parts),
      questionSheet(parts),
      ...(report.counters.length > 0 ? [counterSheet(parts)] : []),
      channelSheet(parts),
      respondentSheet(parts, 'respondents'),
      respondentSheet(parts, 'fields'),
      setAsideSheet(parts),
      trendSheet(trend, notes),
    ],
  };
}

export function weekWorkbook(
  props: Pick<WeekPageProps, 'unitName' | 'demo' | 'week' | 'before' | 'counters' | 'chips' | 'itemNames'>,
): Workbook {
  const { report } = props.week;
  const counter = props.counters.find(({ selected }) => selected);
  const title = counter ? `${props.unitName} – ${counter.name}` : props.unitName;
  const notes = notesOf(title, report, props.demo);
  const parts = { report, itemNames: props.itemNames, notes };
  return {
    sheets: [
      comparisonSheet({ ...parts, before: props.before, yearBefore: null }),
      questionSheet(parts),
      ...(counter ? [] : [chipSheet(props, notes), counterSheet(parts)]),
      channelSheet(parts),
      setAsideSheet(parts),
    ],
  };
}

function chipSheet(
  { chips, itemNames }: Pick<WeekPageProps, 'chips' | 'itemNames'>,
  notes: readonly string[],
): Sheet {
  return makeSheet(filesVi.sheets.chips, notes, chips, [
    ['id', 'text', ({ item }) => item],
    ['question', 'text', ({ item }) => questionName(item, itemNames, words)],
    ['chip', 'text', ({ text }) => text],
    ['counted', 'count', ({ n }) => n],
  ]);
}
