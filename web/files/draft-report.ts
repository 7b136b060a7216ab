import { sayDataWarning } from '../formatting/data-warning.ts';
import { formatDay } from '../formatting/dates.ts';
import { formatCount, formatPercent } from '../formatting/numbers.ts';
import { formatPeriodWithDays } from '../formatting/periods.ts';
import { sayConclusion } from '../formatting/report-line.ts';
import { saySlips } from '../formatting/slip-sentences.ts';
import { sayStatus } from '../formatting/status-sentences.ts';
import { draftReportVi as draft } from '../messages/draft-report.vi.ts';
import { leaderVi } from '../messages/leader.vi.ts';
import { staffVi as words } from '../messages/staff.vi.ts';
import type { LeaderPageProps } from '../pages/LeaderPage.tsx';
import type { OfficialReport, ReportBlock } from '../types/official-report.ts';
import type { ReportView } from '../types/report-view.ts';
import { paragraphs } from './draft-blocks.ts';
import { compareWithEarlier } from './draft-comparison.ts';
import {
  counterSection,
  factorSection,
  questionSection,
  setAsideSection,
  threeNumbersTable,
  trendSection,
} from './draft-sections.ts';

type DraftProps = Pick<
  LeaderPageProps,
  'unitName' | 'demo' | 'current' | 'before' | 'yearBefore' | 'trend' | 'fixFirst' | 'itemNames' | 'seal'
>;

/**
 * A draft report on a period with the figures of the leader's page and the components that NĐ 30/2020/NĐ-CP requires.
 * What only the office knows (number, place, date, signature) stays blank.
 */
export function draftReport(props: DraftProps): OfficialReport {
  const { report } = props.current;
  const parts = { report, itemNames: props.itemNames };
  return {
    warning: sayDataWarning(props.demo, report),
    draft: draft.draft,
    agency: agencyLines(props.unitName),
    number: draft.number,
    nation: draft.nation,
    motto: draft.motto,
    placeAndDate: draft.placeAndDate,
    kind: draft.kind,
    subject: [draft.subject, formatPeriodWithDays(report.period, words)],
    addressee: draft.addressee(report.receivers?.join('; ') || report.receiver),
    blocks: [
      ...methodSection(report, props.unitName),
      ...resultSection(props),
      ...compareWithEarlier(props),
      ...factorSection(parts),
      ...questionSection(parts),
      ...counterSection(parts),
      ...trendSection(parts, props.trend),
      ...setAsideSection(parts),
      ...planSection(props),
    ],
    recipients: {
      heading: draft.recipients.heading,
      lines: [draft.recipients.asAbove, draft.recipients.filed],
    },
    signature: [draft.signer],
  };
}

/** The agency's name in capitals, as in the head of official documents: the people's committee on its own line. */
function agencyLines(unitName: string): string[] {
  const place = /^UBND\s+(.+)$/i.exec(unitName)?.[1];
  const lines = place === undefined ? [unitName] : [draft.peoplesCommittee, place];
  return lines.map((line) => line.toLocaleUpperCase('vi'));
}

const heading = (text: string): ReportBlock => ({ kind: 'heading', text });
const count = (value: number): string => formatCount(value, 'vi');

function methodSection(report: ReportView, unitName: string): ReportBlock[] {
  const { period, ballots, transactions, response_rate_percent: rate } = report;
  const { received, set_aside, counted, pending, carried_in } = ballots;
  const isClosed = period.closed_at !== null;
  return [
    heading(draft.method.heading),
    ...paragraphs(
      draft.method.what(unitName, formatDay(period.from, 'vi'), formatDay(period.to, 'vi')),
      set_aside === null || counted === null
        ? draft.method.received(count(received))
        : draft.method.ballots(count(received), count(set_aside), count(counted)),
      carried_in > 0 ? words.status.carriedIn(carried_in) : null,
      pending === null || pending <= 0
        ? null
        : isClosed
          ? words.status.carriedOn(pending)
          : words.status.pending(pending),
      transactions.n === null || rate === null
        ? draft.method.noRate
        : draft.method.rate(count(transactions.n), formatPercent(rate, null, 'vi')),
      `${sayStatus(report, words)} ${words.status.notSipas}`,
    ),
  ];
}

function resultSection({ current, itemNames }: DraftProps): ReportBlock[] {
  const { report } = current;
  const { suppressed, interval, denominator, target } = report.indicator;
  const percent = (value: number): string => formatPercent(value, target?.percent ?? null, 'vi');
  return [
    heading(draft.result.heading),
    ...paragraphs(
      draft.result.conclusion(sayConclusion(report, words)),
      suppressed || interval === null || denominator === null
        ? null
        : draft.result.interval(count(denominator), percent(interval.low), percent(interval.high)),
    ),
    ...threeNumbersTable({ report, itemNames }),
    ...paragraphs(...saySlips(report.single_use, words)),
  ];
}

function planSection({ current, fixFirst, itemNames, seal }: DraftProps): ReportBlock[] {
  const { indicator, survey } = current.report;
  const surveys = survey.map(({ id, version }) => draft.surveyVersion(id, count(version)));
  const nobody = indicator.neutral === 0 && indicator.dissatisfied === 0;
  const worst = fixFirst[0];
  const first =
    worst === undefined
      ? nobody
        ? `${leaderVi.what.nobody}.`
        : `${leaderVi.what.unknown}.`
      : draft.plan.fixFirst(
          itemNames[worst.item] ?? worst.item,
          draft.plan.detail(count(worst.dissatisfied_total), count(worst.marked_low)),
        );
  return [
    heading(draft.plan.heading),
    ...paragraphs(first),
    { kind: 'blank', text: draft.plan.toWrite },
    { kind: 'blank', text: draft.plan.dots },
    { kind: 'blank', text: draft.plan.dots },
    ...paragraphs(
      surveys.length === 0 ? null : draft.source(indicator.rule, surveys.join('; ')),
      seal === null ? null : draft.seal(formatDay(seal.day, 'vi'), seal.short),
    ),
  ];
}
