import type { RuleValue } from '../../web/types/settings.ts';
import type { RuleId } from '../unit/rule-setting.ts';

/**
 * Known when a ballot arrives, and never stored. null: unknown, or not applicable to the channel; rules that need
 * the value are skipped. The rated office can enter none of these values.
 */
export interface IntakeFacts {
  readonly source: FormSource | null;
  /** Earlier ballots of the device today, at any counter; 0 without a cookie. */
  readonly sentToday: number | null;
  /** Seconds per answered question; null: unknown, or the form was shown again with its answers. */
  readonly pace: number | null;
  /** Number of counted ballots with the same answers directly before this one, from the same network. */
  readonly sameBefore: number | null;
  /**
   * Ballots of the counter in the last ten minutes, without those set aside, because a flood of these would
   * otherwise block all further ballots.
   */
  readonly countedInWindow: number | null;
}

interface Rule extends RuleValue {
  readonly id: RuleId;
}

/** Null when the ballot counts. Answers are not among the facts, so no rule depends on how satisfied a citizen is. */
export const judgeBallot = (rules: readonly Rule[], facts: IntakeFacts): RuleId | null =>
  rules.find((rule) => rule.is_on && applies(rule, facts))?.id ?? null;

function applies({ id, threshold }: Rule, facts: IntakeFacts): boolean {
  if (id === 'foreign-form') return facts.source !== null && isForeignForm(facts.source);
  if (threshold === null) return false;
  switch (id) {
    case 'repeat-device':
      return isReached(facts.sentToday, threshold);
    case 'too-fast':
      return facts.pace !== null && isTooFast(facts.pace, threshold);
    case 'same-run':
      return isReached(facts.sameBefore, threshold);
    case 'burst':
      return isReached(facts.countedInWindow, threshold);
  }
}

const isReached = (earlier: number | null, threshold: number): boolean =>
  earlier !== null && earlier >= threshold;

/** Headers that tell from which site a form was sent. */
export interface FormSource {
  /** `Sec-Fetch-Site` in lower case; null: not sent, as by old browsers and over plain HTTP. */
  readonly fetchSite: string | null;
  /** `Origin`; null: not sent. */
  readonly origin: string | null;
  /** This server's hosts with port, in lower case. */
  readonly ownHosts: readonly string[];
}

/**
 * True only if the browser definitely reports another site. Missing headers and `Origin: null` (privacy modes,
 * redirects) are normal. Clients that are not browsers can forge these headers.
 */
export function isForeignForm({ fetchSite, origin, ownHosts }: FormSource): boolean {
  if (fetchSite === 'cross-site') return true;
  if (fetchSite === 'same-origin' || origin === null) return false;
  const host = hostOf(origin);
  // Schemes are not compared, because a TLS proxy connects over HTTP.
  return host !== null && !ownHosts.includes(host);
}

/** null for the origin `null` and malformed origins. */
const hostOf = (origin: string): string | null =>
  (/^https?:\/\//i.test(origin) && URL.parse(origin)?.host) || null;

/**
 * Seconds per answered question, by the server's clock. Skipped questions are left out, because two taps are a
 * valid ballot. `answered` is at least 1, because `overall` is required.
 */
export const paceOf = (openForMs: number, answered: number): number =>
  Math.max(0, openForMs) / 1_000 / answered;

export const isTooFast = (pace: number, threshold: number): boolean => pace < threshold;

/** Sliding window in which a counter's ballots are counted. */
export const BURST_WINDOW_MS = 10 * 60_000;
