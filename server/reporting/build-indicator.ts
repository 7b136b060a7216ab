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
   * Number of the period's transactions. Null when unknown, or when ballots were carried in or out of the period,
   * because the figures then include ballots of other transactions.
   */
  readonly population: number | null;
  readonly isClosed: boolean;
  /** With fewer ballots the figures are suppressed. */
  readonly least: number;
}

/** With fewer than `minimumN` answers there is no verdict on the target. */
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
  // This interval is shown, but the verdict does not use it: the rated office itself enters the population.
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

/** Null when ballots from one-time slips are not shown as a separate channel. */
export function buildSingleUse(
  { channels }: ShownCounts,
  input: IndicatorInput,
  minimumN: number,
): ReportIndicator | null {
  const levels = channels.get('slip');
  // The transactions are not the population, because they include people without a slip.
  return levels === undefined ? null : buildIndicator(levels, { ...input, population: null }, minimumN);
}

export function buildIndicatorAll({ with_set_aside, least }: ShownCounts): Report['indicator_all'] {
  const all = computeShareSatisfied(with_set_aside ?? NO_LEVELS);
  if (all.denominator < least || all.percent === null) {
    return { numerator: null, denominator: null, percent: null };
  }
  return { numerator: all.numerator, denominator: all.denominator, percent: roundForData(all.percent) };
}
