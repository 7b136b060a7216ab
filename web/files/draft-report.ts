import { sayDataWarning } from '../formatting/data-warning.ts';
import { formatDay } from '../formatting/dates.ts';
import { sayLowCounter, sayNoneLow, sayWhat } from '../formatting/low-counters.ts';
import { formatCount, formatPercent, formatShare, formatTarget } from '../formatting/numbers.ts';
import { formatPeriodWithDays } from '../formatting/periods.ts';
import { sayConclusion } from '../formatting/report-line.ts';
import { saySlips } from '../formatting/slip-sentences.ts';
import { sayStatus } from '../formatting/status-sentences.ts';
import { draftReportVi as draft } from '../messages/draft-report.vi.ts';
import { staffVi as words } from '../messages/staff.vi.ts';
import type { LeaderPageProps } from '../pages/LeaderPage.tsx';
import type { OfficialReport, ReportBlock } from '../types/official-report.ts';
import type { ReportView } from '../types/report-view.ts';
import { heading, paragraphs } from './draft-blocks.ts';
import { comparisonSection, sayEarlierPeriods } from './draft-comparison.ts';
import {
  commentSection,
  counterSection,
  factorTable,
  questionSection,
  respondentSection,
  setAsideTable,
} from './draft-sections.ts';

type DraftProps = Pick<
  LeaderPageProps,
  | 'unitName'
  | 'demo'
  | 'current'
  | 'before'
  | 'yearBefore'
  | 'trend'
  | 'lowCounters'
  | 'fixFirst'
  | 'itemNames'
  | 'seal'
>;

interface Office {
  /** Name of the agency to which a service centre belongs; empty: none. */
  readonly head_agency: string;
  /** Places where people are served, one per line. */
  readonly places: string;
}

/**
 * A Word draft of a period's official report: the figures of the leader's page in the layout that NĐ 30/2020/NĐ-CP
 * requires. What only the office knows (document number, plan, causes, measures) is a dotted line to fill in.
 */
export function draftReport(
  props: DraftProps,
  { head_agency, places }: Office = { head_agency: '', places: '' },
): OfficialReport {
  const { unitName } = props;
  const { report } = props.current;
  const parts = { report, itemNames: props.itemNames };
  const signer = draft.signers[isCommittee(unitName) ? 'committee' : 'other'];
  return {
    warning: sayDataWarning(props.demo, report),
    draft: draft.draft,
    headAgency: agencyLines(head_agency),
    agency: agencyLines(unitName),
    number: signer.number,
    nation: draft.nation,
    motto: draft.motto,
    placeAndDate: draft.placeAndDate,
    kind: draft.kind,
    subject: [
      draft.subject(places === '' || places.includes('\n') ? unitName : places),
      formatPeriodWithDays(report.period, words),
    ],
    addressee: draft.addressee(report.receivers?.join('; ') || report.receiver),
    blocks: [
      ...paragraphs(
        draft.basis(unitName, formatDay(report.period.from, 'vi'), formatDay(report.period.to, 'vi')),
      ),
      ...resultSection(props),
      ...comparisonSection(props),
      ...respondentSection(parts),
      ...counterSection(parts),
      ...questionSection(parts),
      ...factorTable(parts),
      ...commentSection(),
      heading(draft.done.heading),
      { kind: 'blank', text: draft.done.toWrite },
      { kind: 'blank', text: draft.plan.dots },
      heading(draft.plan.heading),
      { kind: 'blank', text: draft.plan.toWrite },
      { kind: 'blank', text: draft.plan.dots },
      { kind: 'blank', text: draft.plan.dots },
      ...methodSection(report),
      ...setAsideTable(parts),
      ...paragraphs(
        words.status.notSipas,
        props.seal === null ? null : draft.method.seal(formatDay(props.seal.day, 'vi'), props.seal.short),
      ),
    ],
    recipients: { heading: draft.recipients, lines: signer.recipients },
    signature: { titles: signer.titles, note: draft.sign },
  };
}

const COMMITTEE = /^(?:UBND|Ủy ban nhân dân)\s+(.+)$/i;
const isCommittee = (name: string): boolean => COMMITTEE.test(name);

/** Official documents print an agency's name in capitals, with "Ủy ban nhân dân" on a line of its own. */
function agencyLines(name: string): string[] {
  const place = COMMITTEE.exec(name)?.[1];
  const lines = place === undefined ? [name] : [draft.peoplesCommittee, place];
  return lines.filter((line) => line !== '').map((line) => line.toLocaleUpperCase('vi'));
}

const count = (value: number): string => formatCount(value, 'vi');

function resultSection(props: DraftProps): ReportBlock[] {
  const { current, lowCounters, fixFirst, itemNames } = props;
  const { report } = current;
  const { suppressed, interval, percent, numerator, denominator, target } = report.indicator;
  const aim = target?.percent ?? null;
  const say = (value: number): string => formatPercent(value, aim, 'vi');
  const worst = fixFirst[0];
  const sentences = [
    [
      draft.result.conclusion(sayConclusion(report, words)),
      suppressed || interval === null || denominator === null
        ? null
        : draft.result.interval(count(denominator), say(interval.low), say(interval.high)),
    ],
    sayEarlierPeriods(props),
    [
      lowCounters.length === 0
        ? `${sayNoneLow(report)}.`
        : `${lowCounters.map((counter) => sayLowCounter(counter, report.indicator).join('')).join('; ')}.`,
    ],
    [
      worst === undefined
        ? `${sayWhat({ fixFirst, topReason: null, itemNames }, report.indicator).join('')}.`
        : draft.result.fixFirst(
            itemNames[worst.item] ?? worst.item,
            draft.result.detail(count(worst.dissatisfied_total), count(worst.marked_low)),
          ),
    ],
    saySlips(report.single_use, words),
  ];
  return [
    heading(draft.result.heading),
    ...(suppressed || percent === null || numerator === null || !denominator
      ? []
      : [
          {
            kind: 'figures' as const,
            cells: [
              [
                formatShare(numerator, denominator, aim, 'vi'),
                draft.result.headline(count(numerator), count(denominator)),
                ...(aim === null ? [] : [draft.result.target(formatTarget(aim, 'vi'))]),
              ],
              ...(report.factors.percent === null
                ? []
                : [[say(report.factors.percent), draft.result.byFactors]]),
            ],
          },
        ]),
    ...paragraphs(
      ...sentences
        .map((parts) => parts.filter((part) => part !== null).join(' '))
        .filter((sentence) => sentence !== '')
        .map((sentence, index) => `${index + 1}. ${sentence}`),
    ),
  ];
}

function methodSection(report: ReportView): ReportBlock[] {
  const { ballots, transactions, response_rate_percent: rate } = report;
  const { received, set_aside, counted, pending, carried_in } = ballots;
  const { method } = draft;
  const term = (say: (n: string) => string, n: number | null): string[] =>
    n !== null && n > 0 ? [say(count(n))] : [];
  return [
    heading(method.heading),
    ...paragraphs(
      method.what,
      `${[
        method.received(count(received)),
        ...term(method.carriedIn, carried_in),
        ...term(method.counted, counted),
        ...term(method.setAside, set_aside),
        ...term(method.pending, pending),
      ].join('; ')}.`,
      transactions.n === null || rate === null
        ? method.noRate
        : method.rate(count(transactions.n), formatPercent(rate, null, 'vi')),
      sayStatus(report, words),
    ),
  ];
}
