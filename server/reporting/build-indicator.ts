import type { ShownCounts } from '../disclosure/shown-counts.ts';
import { showSlips } from '../disclosure/shown-slips.ts';
import { leadOf } from '../indicator/lead.ts';
import { roundForData } from '../indicator/rounding.ts';
import { computeShareSatisfied, SHARE_SATISFIED } from '../indicator/share-satisfied.v1.ts';
import { computeVerdict } from '../indicator/verdict.ts';
import type { Period } from '../period/period.ts';
import { wilsonInterval, wilsonIntervalFinite } from '../statistics/wilson-interval.ts';
import { OVERALL } from '../survey/definition.ts';
import { GROUP_SIZE } from '../tally/headline-step.ts';
import { addLevels, countLevels, type LevelCounts, NO_LEVELS } from '../tally/level-counts.ts';
import { type DatedSetting, settingInForce } from '../unit/dated-setting.ts';
import type { Report, ReportIndicator } from './report.v1.ts';

interface IndicatorInput {
  readonly period: Period;
  readonly settings: readonly DatedSetting[];
  /** Finished transactions of the period; null when unknown. */
  readonly transactions: { readonly n: number } | null;
  readonly isClosed: boolean;
}

/** With too few answers the indicator has no interval, and no verdict on the target. */
export function buildIndicator(
  levels: LevelCounts,
  input: IndicatorInput,
  minimumN: number,
): ReportIndicator {
  const { period, settings } = input;
  const target = settingInForce(settings, 'target_percent', period.to);
  const share = computeShareSatisfied(levels);
  const frame = {
    code: 'satisfaction',
    rule: SHARE_SATISFIED,
    question: OVERALL,
    target: target && { percent: target.value, since: target.since },
    minimum_n: minimumN,
    lead: leadOf({
      numerator: share.numerator,
      denominator: share.denominator,
      targetPercent: target?.value ?? null,
      minimumN,
      isClosed: input.isClosed,
    }),
  } as const;
  if (share.denominator < GROUP_SIZE) {
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
  const isEnough = share.denominator >= minimumN && share.percent !== null;
  const interval = isEnough ? wilsonInterval(share.numerator, share.denominator) : null;
  const population = input.transactions?.n ?? null;
  // The number of transactions is entered by the office that is rated. So the interval that depends
  // on it is shown, but the verdict is not based on it.
  const finite =
    isEnough && population !== null
      ? wilsonIntervalFinite(share.numerator, share.denominator, population)
      : null;
  const verdict = target
    ? computeVerdict({
        numerator: share.numerator,
        denominator: share.denominator,
        targetPercent: target.value,
        minimumN,
        transactions: population,
      })
    : null;
  return {
    ...frame,
    numerator: share.numerator,
    denominator: share.denominator,
    percent: isEnough ? roundForData(share.percent as number) : null,
    neutral: share.neutral,
    dissatisfied: share.dissatisfied,
    interval: interval && {
      method: 'wilson-95',
      low: roundForData(interval.low),
      high: roundForData(interval.high),
    },
    interval_finite: finite && {
      method: 'wilson-95-fpc',
      population: population as number,
      low: roundForData(finite.low),
      high: roundForData(finite.high),
    },
    verdict: verdict?.verdict ?? (isEnough ? null : 'too-few'),
    certain: verdict?.certain ?? false,
    suppressed: false,
  };
}

/**
 * The indicator computed only from ballots of one-time slips; null when there are none. Not available per
 * counter.
 */
export function buildSingleUse(
  shown: ShownCounts,
  input: IndicatorInput,
  minimumN: number,
): ReportIndicator | null {
  const levels = showSlips(shown);
  if (levels === 'none') return null;
  // Transactions include people without a slip, so their number is not the population of this figure.
  return buildIndicator(levels === 'hidden' ? NO_LEVELS : levels, { ...input, transactions: null }, minimumN);
}

/**
 * The indicator including ballots set aside; suppressed when the difference to the published indicator would
 * be a small group.
 */
export function buildIndicatorAll(shown: ShownCounts): Report['indicator_all'] {
  const all = computeShareSatisfied(addLevels(shown.headline, shown.headline_set_aside));
  const aside = countLevels(shown.headline_set_aside);
  if (shown.isSetAsideWithheld) return { numerator: null, denominator: null, percent: null };
  if (all.denominator < GROUP_SIZE || (shown.set_aside > 0 && aside < GROUP_SIZE) || all.percent === null) {
    return { numerator: null, denominator: null, percent: null };
  }
  return { numerator: all.numerator, denominator: all.denominator, percent: roundForData(all.percent) };
}
