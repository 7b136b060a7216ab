import type { ShownCounts } from '../disclosure/shown-counts.ts';
import { roundForData, roundInterval } from '../indicator/rounding.ts';
import { computeShareSatisfied, SHARE_SATISFIED } from '../indicator/share-satisfied.v1.ts';
import { computeVerdict, leadOf } from '../indicator/verdict.ts';
import type { Period } from '../period/period.ts';
import { wilsonInterval, wilsonIntervalFinite } from '../statistics/wilson-interval.ts';
import { OVERALL } from '../survey/definition.ts';
import { type LevelCounts, NO_LEVELS } from '../tally/level-counts.ts';
import { type DatedSetting, settingInForce } from '../unit/dated-setting.ts';
import type { Report, ReportIndicator } from './report.v1.ts';

interface IndicatorInput {
  readonly period: Period;
  readonly settings: readonly DatedSetting[];
  /**
   * Finished transactions of the period. Null when unknown, or when ballots were carried in or out, so that
   * the figures cover other ballots.
   */
  readonly population: number | null;
  readonly isClosed: boolean;
  /** Minimum number of ballots; with fewer the figures are suppressed. */
  readonly least: number;
}

/** With too few answers the indicator has no interval, and no verdict on the target. */
export function buildIndicator(
  levels: LevelCounts,
  input: IndicatorInput,
  minimumN: number,
): ReportIndicator {
  const { period, settings, population, isClosed, least } = input;
  const target = settingInForce(settings, 'target_percent', period.to);
  const share = computeShareSatisfied(levels);
  const { numerator, denominator, neutral, dissatisfied } = share;
  const counts = { numerator, denominator, minimumN };
  const frame = {
    code: 'satisfaction',
    rule: SHARE_SATISFIED,
    question: OVERALL,
    target: target && { percent: target.value, since: target.since },
    minimum_n: minimumN,
    lead: leadOf({ ...counts, targetPercent: target?.value ?? null, isClosed, least }),
  } as const;
  if (denominator < least) {
    return {
      ...frame,
      numerator: null,
      denominator: null,
      percent: null,
      neutral: null,
      dissatisfied: null,
      interval: null,
      interval_finite: null,
      verdict: 'too-few',
      certain: false,
      suppressed: true,
    };
  }
  const isEnough = denominator >= minimumN && share.percent !== null;
  const interval = isEnough ? wilsonInterval(numerator, denominator) : null;
  // The number of transactions is entered by the office that is rated. So the interval that depends
  // on it is shown, but the verdict is not based on it.
  const finite =
    isEnough && population !== null ? wilsonIntervalFinite(numerator, denominator, population) : null;
  const verdict = target && computeVerdict({ ...counts, targetPercent: target.value });
  return {
    ...frame,
    numerator,
    denominator,
    percent: isEnough ? roundForData(share.percent as number) : null,
    neutral,
    dissatisfied,
    interval: interval && { method: 'wilson-95', ...roundInterval(interval) },
    interval_finite: finite && {
      method: 'wilson-95-fpc',
      population: population as number,
      ...roundInterval(finite),
    },
    verdict: verdict?.verdict ?? (isEnough ? null : 'too-few'),
    certain: verdict?.certain ?? false,
    suppressed: false,
  };
}

/** The indicator of ballots from one-time slips, if they are shown as a separate channel; null otherwise. */
export function buildSingleUse(
  { channels }: ShownCounts,
  input: IndicatorInput,
  minimumN: number,
): ReportIndicator | null {
  const levels = channels.get('slip');
  // Transactions include people without a slip, so their number is not the population of this figure.
  return levels === undefined ? null : buildIndicator(levels, { ...input, population: null }, minimumN);
}

/** The indicator including the ballots that were set aside. */
export function buildIndicatorAll({ with_set_aside, least }: ShownCounts): Report['indicator_all'] {
  const all = computeShareSatisfied(with_set_aside ?? NO_LEVELS);
  if (all.denominator < least || all.percent === null) {
    return { numerator: null, denominator: null, percent: null };
  }
  return { numerator: all.numerator, denominator: all.denominator, percent: roundForData(all.percent) };
}
