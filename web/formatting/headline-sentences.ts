import type { FigureMessages } from '../messages/figures.vi.ts';
import type { EarlierView, IndicatorView, PeriodName, ReportView } from '../types/report-view.ts';
import { daysAfter } from './dates.ts';
import {
  countForTarget,
  formatCount,
  formatPercent,
  formatPoints,
  formatShare,
  formatTarget,
} from './numbers.ts';
import { formatPeriod } from './periods.ts';

type Lead = NonNullable<IndicatorView['lead']>;

/**
 * `-run`: the period is not over; `unclear`: the confidence interval contains the target, or there is no
 * target; `few`: too few ballots for a percentage.
 */
export type HeadlineTone = 'met' | 'met-run' | 'not' | 'not-run' | 'unclear' | 'few';

interface HeadlineSentences {
  readonly lead: Lead;
  readonly tone: HeadlineTone;
  /** Figure and unit: `["91,5", "%"]`, or `["20", " trong 22 phiếu"]` with too few ballots; null: suppressed. */
  readonly figure: readonly [string, string] | null;
  /** Text of the verdict box; null if no target is set. */
  readonly box: readonly string[] | null;
  readonly sentence: string | null;
}

const TONES: Readonly<Record<Lead, HeadlineTone>> = {
  met: 'met',
  'provisional-met': 'met-run',
  'not-met': 'not',
  'provisional-not-met': 'not-run',
  'unsure-above': 'unclear',
  'unsure-below': 'unclear',
  'too-few': 'few',
  none: 'few',
  'no-target': 'unclear',
};

/** Reports closed by earlier versions have no `lead`; it is derived from the verdict. */
export function leadOf({ indicator, period }: ReportView): Lead {
  const { lead, suppressed, denominator, percent, target, verdict, interval } = indicator;
  if (suppressed || !denominator) return 'none';
  if (lead !== undefined) return lead;
  if (percent === null) return 'too-few';
  if (target === null || verdict === null || verdict === 'too-few') return 'no-target';
  const isSure = interval !== null && (interval.low >= target.percent || interval.high < target.percent);
  if (!isSure) return verdict === 'met' ? 'unsure-above' : 'unsure-below';
  return period.closed_at === null ? `provisional-${verdict}` : verdict;
}

export function sayHeadline(report: ReportView, words: FigureMessages): HeadlineSentences {
  const lead = leadOf(report);
  return {
    lead,
    tone: TONES[lead],
    figure: sayFigure(report.indicator, lead, words),
    box: lead === 'no-target' ? null : words.headline.boxes[lead],
    sentence: saySentence(report, lead, words),
  };
}

function sayFigure(
  { numerator, denominator, target }: IndicatorView,
  lead: Lead,
  words: FigureMessages,
): HeadlineSentences['figure'] {
  if (lead === 'none' || numerator === null || !denominator) return null;
  if (lead === 'too-few') {
    return [formatCount(numerator, words.locale), words.headline.ofBallots(denominator)];
  }
  return [formatShare(numerator, denominator, target?.percent ?? null, words.locale).slice(0, -1), '%'];
}

function saySentence({ indicator }: ReportView, lead: Lead, words: FigureMessages): string | null {
  const { sentences } = words.headline;
  const { target, interval, numerator, denominator, minimum_n } = indicator;
  if (lead === 'none') return sentences.none;
  if (lead === 'too-few') return sentences.tooFew(minimum_n);
  if (target === null) return null;
  const aim = formatTarget(target.percent, words.locale);
  switch (lead) {
    case 'met':
      return sentences.met(aim);
    case 'provisional-met':
      return sentences.provisionalMet(aim);
    case 'provisional-not-met':
      return sentences.provisionalNotMet(aim);
    case 'not-met':
      return sentences.notMet(countForTarget(denominator ?? 0, target.percent) - (numerator ?? 0), aim);
    case 'unsure-above':
    case 'unsure-below': {
      const percent = (value: number) => formatPercent(value, target.percent, words.locale);
      if (interval === null) return null;
      return sentences.unsure(denominator ?? 0, percent(interval.low), percent(interval.high));
    }
    case 'no-target':
      return null;
  }
}

/** A reporting month is named like a calendar month, "tháng 11/2024", because its days are shown next to it. */
export function shortPeriodName(period: PeriodName, words: FigureMessages): string {
  const kind = period.kind === 'report-9m' ? period.kind : period.kind.replace(/^report-/, '');
  return formatPeriod({ ...period, kind }, words);
}

const startLower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Without the year if it is that of the period shown, so that the line fits on a phone. */
function nameBefore(before: PeriodName, shown: PeriodName, words: FigureMessages): string {
  const name = startLower(shortPeriodName(before, words));
  const year = /\/\d{4}$/.exec(shortPeriodName(shown, words))?.[0];
  return year !== undefined && name.endsWith(year) ? name.slice(0, -year.length) : name;
}

interface ChangeSentence {
  readonly sign: '▲' | '▼' | '=' | null;
  readonly points: string | null;
  readonly rest: string;
}

/** The difference from an earlier period, with that period's figure. */
export function sayChange(
  report: ReportView,
  { report: before, change }: EarlierView,
  words: FigureMessages,
): ChangeSentence {
  const say = words.headline.change;
  const isLastWeek = report.period.kind === 'week' && daysAfter(report.period.from, before.period.to) === 1;
  const period = isLastWeek ? say.lastWeek : nameBefore(before.period, report.period, words);
  const { difference_points: points, called } = change;
  const { percent, numerator, denominator, target } = before.indicator;
  if (points === null || report.indicator.percent === null || percent === null || !denominator) {
    return { sign: null, points: null, rest: say.tooFew(period) };
  }
  const then = formatShare(numerator ?? 0, denominator, target?.percent ?? null, words.locale);
  return {
    sign: points === 0 ? '=' : points > 0 ? '▲' : '▼',
    points: points === 0 ? say.same : say.points(formatPoints(points, words.locale)),
    rest: `, ${called === null ? say.unclear : say[called]}${say.before(period, then)}`,
  };
}

export type AccountTerm = readonly [before: string, n: string, after: string];

/**
 * The equation `received + carried_in = counted + set_aside + pending`, without terms that are 0. `right` is
 * empty if one of its terms is suppressed.
 */
export function sayAccount(
  { ballots }: ReportView,
  words: FigureMessages,
): { readonly left: readonly AccountTerm[]; readonly right: readonly AccountTerm[] } {
  const say = words.headline.account;
  const { received, carried_in, counted, set_aside, pending } = ballots;
  const term = (n: number, text: (n: string) => AccountTerm): AccountTerm[] =>
    n === 0 ? [] : [text(formatCount(n, words.locale))];
  const left = [say.received(formatCount(received, words.locale)), ...term(carried_in, say.carriedIn)];
  if (counted === null || set_aside === null || pending === null) return { left, right: [] };
  return {
    left,
    right: [...term(counted, say.counted), ...term(set_aside, say.setAside), ...term(pending, say.pending)],
  };
}

/**
 * A sentence if fewer than half of the transactions have a ballot, if there are more ballots than
 * transactions, or if the number of transactions is unknown; null otherwise.
 */
export function sayUnanswered(report: ReportView, words: FigureMessages): string | null {
  const say = words.headline.response;
  const rate = report.response_rate_percent;
  if (rate === null) return say.unknown;
  if (rate > 100) return say.tooMany;
  if (rate >= 50) return null;
  const tens = Math.round(rate / 10);
  if (tens >= 1) return say.perTen(Math.min(tens, 5));
  const ofHundred = Math.round(rate);
  return ofHundred === 0 ? say.underOne : say.perHundred(ofHundred);
}
