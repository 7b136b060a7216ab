import type { FigureMessages } from '../messages/figures.vi.ts';
import type { IndicatorView, ReportView, VerdictView } from '../types/report-view.ts';
import { formatDay } from './dates.ts';
import { countForTarget, formatPercent, formatShare, formatTarget } from './numbers.ts';

type VerdictState =
  | 'met'
  | 'met-unsure'
  | 'met-close'
  | 'met-exactly'
  | 'not-met'
  | 'not-met-unsure'
  | 'not-met-close'
  | 'too-few'
  | 'no-target'
  | 'none'
  | 'waiting'
  | 'all-set-aside';

interface VerdictSentences {
  readonly state: VerdictState;
  /** Colour of the verdict; too few ballots have none. */
  readonly tone: 'met' | 'not-met' | 'none';
  /** Verdict, set in large type. */
  readonly lead: string;
  /** Continuation in smaller type, usually a restriction; null: none. */
  readonly tail: string | null;
  /** Sentences of the first screen; at most one percentage, the share itself. */
  readonly summary: readonly string[];
  /** Certainty, target and interval, shown below the first screen. */
  readonly more: readonly string[];
  /** Who is not among the satisfied; null: nobody. */
  readonly rest: string | null;
}

type Heading = string | { readonly lead: string; readonly tail: string };

const splitHeading = (heading: Heading): { lead: string; tail: string | null } =>
  typeof heading === 'string' ? { lead: heading, tail: null } : heading;

const emptySentences = (
  state: VerdictState,
  heading: Heading,
  summary: readonly string[],
): VerdictSentences => ({
  state,
  tone: 'none',
  ...splitHeading(heading),
  summary,
  more: [],
  rest: null,
});

/** Figures of a headline that is not suppressed. */
interface Figures {
  readonly numerator: number;
  readonly denominator: number;
}

function sayShare(figures: Figures, target: number | null, words: FigureMessages): string {
  const { numerator, denominator } = figures;
  const percent = formatShare(numerator, denominator, target, words.locale);
  if (numerator === denominator) return words.verdict.all(denominator, percent);
  if (numerator === 0) return words.verdict.nobody(denominator, percent);
  return words.verdict.some(denominator, numerator, percent);
}

function sayCounts({ numerator, denominator }: Figures, words: FigureMessages): string {
  if (numerator === denominator) return words.verdict.fewAll(denominator);
  if (numerator === 0) return words.verdict.fewNobody(denominator);
  return words.verdict.fewSome(denominator, numerator);
}

function sayRest(indicator: IndicatorView, words: FigureMessages): string | null {
  const { neutral, dissatisfied } = indicator;
  if (neutral === null || dissatisfied === null || neutral + dissatisfied === 0) return null;
  if (dissatisfied === 0) return words.verdict.restNeutral(neutral);
  if (neutral === 0) return words.verdict.restDissatisfied(dissatisfied);
  return words.verdict.rest(neutral + dissatisfied, neutral, dissatisfied);
}

function sayInterval(indicator: IndicatorView, denominator: number, words: FigureMessages): string[] {
  const target = indicator.target?.percent ?? null;
  const bounds = ({ low, high }: { readonly low: number; readonly high: number }): [string, string] => [
    formatPercent(low, target, words.locale),
    formatPercent(high, target, words.locale),
  ];
  const sentences: string[] = [];
  if (indicator.interval !== null) {
    const say = indicator.certain ? words.verdict.intervalCertain : words.verdict.interval;
    sentences.push(say(denominator, ...bounds(indicator.interval)));
  }
  if (indicator.interval_finite !== null) {
    const { population } = indicator.interval_finite;
    sentences.push(words.verdict.intervalFinite(population, ...bounds(indicator.interval_finite)));
  }
  return sentences;
}

/** What would make an uncertain verdict certain, or why nothing would. */
function sayMore(report: ReportView, verdict: VerdictView, words: FigureMessages): string[] {
  const { indicator, period } = report;
  if (indicator.verdict === null || indicator.certain) return [];
  switch (verdict.cannot_settle) {
    case 'equal':
      return [words.verdict.cannotEqual];
    case 'limit':
      return [words.verdict.cannotLimit];
    case 'transactions':
      return indicator.interval_finite === null
        ? [words.verdict.cannotTransactionsUnknown]
        : [words.verdict.cannotTransactions(indicator.interval_finite.population)];
    case null: {
      if (verdict.more_ballots_needed === null) return [];
      const say = period.closed_at === null ? words.verdict.more : words.verdict.moreClosed;
      return [say(verdict.more_ballots_needed)];
    }
  }
}

function stateOf(indicator: IndicatorView, verdict: VerdictView): VerdictState {
  if (indicator.verdict === 'met') {
    if (verdict.is_exactly_target) return 'met-exactly';
    if (indicator.certain) return 'met';
    return verdict.cannot_settle === null ? 'met-unsure' : 'met-close';
  }
  if (indicator.certain) return 'not-met';
  return verdict.cannot_settle === null ? 'not-met-unsure' : 'not-met-close';
}

const headingOf = (state: VerdictState, words: FigureMessages): Heading => {
  const names = words.verdict;
  switch (state) {
    case 'met':
      return names.met;
    case 'met-unsure':
      return names.metUnsure;
    case 'met-close':
      return names.metClose;
    case 'met-exactly':
      return names.metExactly;
    case 'not-met':
      return names.notMet;
    case 'not-met-unsure':
      return names.notMetUnsure;
    case 'not-met-close':
      return names.notMetClose;
    case 'too-few':
      return names.tooFew;
    case 'no-target':
      return names.noTarget;
    case 'none':
      return names.none;
    case 'waiting':
      return names.waiting;
    case 'all-set-aside':
      return names.allSetAside;
  }
};

/** Cases without any figure, by how many ballots were received. */
function sayNothingShown(report: ReportView, words: FigureMessages): VerdictSentences {
  const { received, set_aside, pending } = report.ballots;
  if (received === 0) {
    return emptySentences('none', headingOf('none', words), [words.verdict.checkPosters]);
  }
  const allSetAside = set_aside !== null && set_aside === received && (pending ?? 0) === 0;
  if (allSetAside) {
    return emptySentences('all-set-aside', headingOf('all-set-aside', words), [
      words.verdict.onlySetAside(received),
    ]);
  }
  return emptySentences('waiting', headingOf('waiting', words), [words.verdict.waitingForFive(received)]);
}

/** Distance to the target in people; omitted on an exact hit or a certain success. */
function sayGap(state: VerdictState, needed: string, verdict: VerdictView, words: FigureMessages): string[] {
  if (state === 'met') return [words.verdict.enough];
  if (state === 'met-exactly') return [];
  if (state === 'met-unsure' || state === 'met-close') return [needed];
  return [words.verdict.missing(verdict.missing_satisfied)];
}

/**
 * Sentences of a period's verdict. Cases and wording follow the product's method: verdict by exact counts, certainty
 * by the Wilson interval, below the minimum counts only, below five ballots nothing. `summary` never has more than one
 * percentage.
 */
export function sayVerdict(
  report: ReportView,
  verdict: VerdictView,
  words: FigureMessages,
): VerdictSentences {
  const { indicator } = report;
  const { numerator, denominator, target } = indicator;
  if (indicator.suppressed || numerator === null || denominator === null || denominator === 0) {
    return sayNothingShown(report, words);
  }
  const figures = { numerator, denominator };
  const rest = sayRest(indicator, words);
  if (indicator.verdict === 'too-few' || denominator < indicator.minimum_n) {
    const summary = [words.verdict.fewCount(denominator, indicator.minimum_n), sayCounts(figures, words)];
    return { ...emptySentences('too-few', headingOf('too-few', words), summary), rest };
  }
  const share = sayShare(figures, target?.percent ?? null, words);
  if (target === null || indicator.verdict === null) {
    const more = sayInterval(indicator, denominator, words);
    return { ...emptySentences('no-target', headingOf('no-target', words), [share]), more, rest };
  }
  const state = stateOf(indicator, verdict);
  const needed = words.verdict.needed(countForTarget(denominator, target.percent));
  return {
    state,
    tone: indicator.verdict,
    ...splitHeading(headingOf(state, words)),
    summary: [share, ...sayGap(state, needed, verdict, words)],
    more: [
      words.verdict.target(formatTarget(target.percent, words.locale), formatDay(target.since, words.locale)),
      ...(state === 'met' ? [needed] : []),
      ...(state === 'not-met' ? [words.verdict.enough] : []),
      ...sayInterval(indicator, denominator, words),
      ...sayMore(report, verdict, words),
    ],
    rest,
  };
}
