import type { FigureMessages } from '../messages/figures.vi.ts';
import type { AlertFacts } from '../messages/public-alerts.vi.ts';
import type { Locale } from '../types/locale.ts';
import type { AlertView } from '../types/report-view.ts';
import { formatSpan } from './dates.ts';
import { formatCount, formatPercent, formatThreshold } from './numbers.ts';

interface AlertSentences {
  readonly when: string;
  readonly finding: string;
  readonly arithmetic: string;
  /** How improbable the observation is by chance; null: chance plays no part in this kind of alert. */
  readonly chance: string | null;
  readonly reasons: string | null;
}

type AlertMessages = FigureMessages['alerts'];

/** A probability below 1 in 1 000 000 is worded as "less than once in 1 000 000". */
const RAREST = 1_000_000;

const PERCENT_KINDS = ['channel-gap', 'paper-above', 'little-variety', 'batch-use'];

/** An alert whose kind has no sentences here is named by its id. */
export function sayAlert(
  { id, params }: AlertView,
  { alerts: words, channels, locale }: FigureMessages,
): AlertSentences {
  const kind = words.kinds[id];
  const facts = toFacts({ id, params }, words, channels.names, locale);
  const [from, to] = [textOf(params.from), textOf(params.to)];
  const span = formatSpan(from, to, locale);
  return {
    when: from === to ? words.day(span) : words.span(span),
    finding: kind?.finding(facts) ?? words.other(id),
    arithmetic: kind?.arithmetic(facts) ?? '',
    chance: sayChance(params, words, locale),
    reasons: kind?.reasons ?? null,
  };
}

function sayChance(
  { one_in, alert_from_one_in }: AlertView['params'],
  words: AlertMessages,
  locale: Locale,
): string | null {
  if (typeof one_in !== 'number' || typeof alert_from_one_in !== 'number') return null;
  const say = one_in >= RAREST ? words.rare : words.chance;
  return say(formatCount(one_in, locale), formatCount(alert_from_one_in, locale));
}

function toFacts(
  { id, params }: AlertView,
  words: AlertMessages,
  channelNames: Readonly<Record<string, string>>,
  locale: Locale,
): AlertFacts {
  const number = (name: string): number => Number(params[name] ?? 0);
  const count = (...names: readonly string[]): string => {
    const name = names.find((one) => typeof params[one] === 'number');
    return name === undefined ? '' : formatCount(number(name), locale);
  };
  const isPercent = PERCENT_KINDS.includes(id);
  const figure = (value: number): string =>
    isPercent ? formatPercent(value, null, locale) : formatThreshold(roundToTenth(value), locale);
  const days = number('working_days');
  return {
    observed: figure(number('observed')),
    expected: figure(number('expected')),
    difference: formatThreshold(roundToTenth(Math.abs(number('observed') - number('expected'))), locale),
    channel: channelNames[textOf(params.channel)] ?? textOf(params.channel),
    days: formatCount(days, locale),
    isOneDay: days === 1 || (days === 0 && params.from === params.to),
    isOfSlips: params.channel === 'slip',
    historyDays: count('history_days'),
    history:
      typeof params.history_from === 'string'
        ? formatSpan(params.history_from, textOf(params.history_to), locale)
        : '',
    mean: formatThreshold(number('mean'), locale),
    deviation: formatThreshold(number('deviation'), locale),
    cautiousMean: formatThreshold(number('cautious_mean'), locale),
    cautiousVariance: formatThreshold(number('cautious_variance'), locale),
    noneInADay: sayShare(number('none_in_a_day_percent'), words, locale),
    part: count('satisfied', 'alike', 'used'),
    whole: count('n', 'slips'),
    otherPart: count('other_satisfied', 'other_alike', 'other_used'),
    otherWhole: count('other_n', 'other_slips'),
    others: count('other_batches'),
    received: count('received'),
    hasUsual: number('expected') > 0,
  };
}

/** A share above 0 is never printed as 0. */
const sayShare = (percent: number, words: AlertMessages, locale: Locale): string =>
  percent < 0.1 ? words.below(formatPercent(0.1, null, locale)) : formatPercent(percent, null, locale);

const textOf = (value: string | number | null | undefined): string =>
  typeof value === 'string' ? value : '';

const roundToTenth = (value: number): number => Math.round(value * 10) / 10;
