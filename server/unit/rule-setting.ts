import { z } from 'zod';
import type { Limits, RuleValue } from '../../web/types/settings.ts';

/**
 * Rules that may set a ballot aside, in the order in which they are applied. The id is stored with the ballot as
 * its reason, and never changes its meaning.
 */
export const RULE_IDS = ['foreign-form', 'repeat-device', 'too-fast', 'same-run', 'burst'] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** null: the rule has no threshold. */
export const THRESHOLD_RANGES: Readonly<Record<RuleId, Limits | null>> = {
  'foreign-form': null,
  /** Maximum number of ballots of one device that count on a day. */
  'repeat-device': { min: 1, max: 20, step: 1 },
  /** Seconds per answered question; faster ballots are set aside. */
  'too-fast': { min: 0.25, max: 5, step: 0.25 },
  /** Maximum number of consecutive ballots with the same answers from one network that count. */
  'same-run': { min: 2, max: 500, step: 1 },
  /** Maximum number of ballots of one counter in ten minutes that count. */
  burst: { min: 2, max: 500, step: 1 },
};

const ruleSetting = (id: RuleId) => {
  const range = THRESHOLD_RANGES[id];
  return z.strictObject({
    is_on: z.boolean(),
    threshold: range === null ? z.null() : z.number().min(range.min).max(range.max).multipleOf(range.step),
  });
};

export const RULE_SETTINGS = {
  rule_foreign_form: ruleSetting('foreign-form'),
  rule_repeat_device: ruleSetting('repeat-device'),
  rule_too_fast: ruleSetting('too-fast'),
  rule_same_run: ruleSetting('same-run'),
  rule_burst: ruleSetting('burst'),
} as const;

export const RULE_SETTING_NAMES = {
  'foreign-form': 'rule_foreign_form',
  'repeat-device': 'rule_repeat_device',
  'too-fast': 'rule_too_fast',
  'same-run': 'rule_same_run',
  burst: 'rule_burst',
} as const satisfies Readonly<Record<RuleId, keyof typeof RULE_SETTINGS>>;

/**
 * Settings on a unit's first day. Thresholds that depend on how busy an office is are far above what a simulated
 * office with four times the usual transactions reaches; values learned from the unit's own history replace them.
 */
export const FIRST_RULES: Readonly<Record<RuleId, RuleValue>> = {
  'foreign-form': { is_on: true, threshold: null },
  'repeat-device': { is_on: true, threshold: 2 },
  'too-fast': { is_on: true, threshold: 0.5 },
  'same-run': { is_on: true, threshold: 20 },
  burst: { is_on: true, threshold: 30 },
};

export const fitsRule = (id: RuleId, setting: RuleValue): boolean =>
  RULE_SETTINGS[RULE_SETTING_NAMES[id]].safeParse(setting).success;
