import { insertComments } from '../comment/comment.store.ts';
import type { Clock } from '../lib/clock.ts';
import { addDays, type Day, dayOf } from '../lib/day.ts';
import { makeId, type Random } from '../lib/random.ts';
import { type SlipKey, spendSlips } from '../slip/slip.store.ts';
import { withoutInvalidation } from '../storage/read-cache.ts';
import type { Channel, Trx } from '../storage/schema.ts';
import { type Level, OVERALL } from '../survey/definition.ts';
import { tallyByCell } from '../tally/cell.ts';
import { addLevels, oneAtLevel } from '../tally/level-counts.ts';
import { addToRespondentTallies, type RespondentTally } from '../tally/respondent-tally.store.ts';
import { addToTallies } from '../tally/tally.store.ts';
import type { Answers } from '../tally/tally.ts';
import { addToIntakeCounts } from '../trust/intake-count.store.ts';
import { countMeasures, countNetworks, type IntakeMeasures, trialMeasure } from '../trust/intake-measures.ts';
import { countHours } from '../trust/odd-hours.ts';
import { findInstallationLocked } from '../unit/installation.store.ts';
import { isTrialForm } from '../unit/installation.ts';
import type { RuleId } from '../unit/rule-setting.ts';
import type { Respondent } from './answers.ts';
import { insertBallots } from './ballot.store.ts';
import type { Ballot } from './ballot.ts';
import { findLastSettledDay } from './settled-day.store.ts';
import { findSpentTokens, spendTokens } from './spent-token.store.ts';

export interface AcceptedResponse {
  readonly token_hash: string;
  /** When the form was shown; absent for paper forms. */
  readonly issuedAt?: Date;
  readonly unit_code: string;
  readonly counter_code: string;
  readonly channel: Channel;
  readonly survey_id: string;
  readonly survey_version: number;
  /** Ids of all questions of the survey, so that skipped ones are counted. */
  readonly question_ids: readonly string[];
  readonly answers: Answers;
  readonly respondent: Respondent;
  /** Line ends and Unicode are normalised, and personal data are masked. */
  readonly comment: string | null;
  readonly set_aside: string | null;
  /** For trial ballots: the rule that would have set the ballot aside; null or absent: none. */
  readonly setAsideInTrial?: RuleId | null;
  /** Measured when the form was submitted; null when unknown, as for paper forms. */
  readonly intake: IntakeMeasures | null;
  /**
   * Whether the ballot was submitted at an odd hour (see the glossary); null or absent when unknown, as for paper
   * forms.
   */
  readonly isOddHour?: boolean | null;
  readonly slip: SlipKey | null;
}

/**
 * `trial-form`: the form was shown during the trial, but submitted after the official start, so nothing is stored.
 * `counted-before`: the form's token was stored earlier; the citizen sees the thanks page. `slip-used`: the slip
 * was used with another form.
 */
export type StoreResult = 'stored' | 'counted-before' | 'slip-used' | 'trial-form';

/** Days for which spent tokens are kept: one more than the lifetime of a form. */
export const SPENT_TOKEN_DAYS = 8;

/**
 * Stores submissions in one transaction: spends their tokens and slips, and writes ballots, tallies and comments. A
 * ballot gets the server's current day, or, if the clock was set back to a settled day, the day after the last
 * settled one.
 */
export async function storeResponses(
  trx: Trx,
  clock: Clock,
  random: Random,
  items: readonly AcceptedResponse[],
): Promise<StoreResult[]> {
  // Ballots of the current day do not invalidate the cache of settled days.
  const running = withoutInvalidation(trx);
  const day = await currentDay(running, clock);
  const isOfTrial = await findTrialForms(running);
  const official = items.filter((item) => !isOfTrial(item));
  const taken = await takeTokensAndSlips(running, official, addDays(day, SPENT_TOKEN_DAYS));
  const results = items.map((item) => (isOfTrial(item) ? 'trial-form' : (taken.shift() as StoreResult)));
  const fresh = items.filter((_, index) => results[index] === 'stored');

  if (fresh.length > 0) {
    const ids = makeBoxIds(random, fresh.length);
    await insertBallots(
      running,
      fresh.map((item, index) => toBallot(item, day, ids[index] as string)),
    );
    await addToTallies(running, tallyByCell(fresh.map((item) => ({ ...item, day }))));
    await addToRespondentTallies(running, tallyByRespondent(fresh, day));
    await addIntake(running, fresh, day);
    await insertComments(
      running,
      fresh
        .filter((item) => item.comment !== null)
        .map((item) => ({
          id: makeId(random),
          unit_code: item.unit_code,
          counter_code: item.counter_code,
          day,
          text: item.comment as string,
        })),
    );
  }
  return results;
}

/**
 * Returns which forms were shown during the trial. Locks the trial's state, so that no trial ballot is stored after
 * the official start.
 */
async function findTrialForms(trx: Trx): Promise<(item: AcceptedResponse) => boolean> {
  const installation = await findInstallationLocked(trx);
  if (!installation || installation.trial_erased === null) return () => false;
  return ({ issuedAt }) => issuedAt !== undefined && isTrialForm(installation, issuedAt);
}

/**
 * Unique constraints decide which submissions count. Slips are spent first, so that only a submission that gets its
 * slip spends its token. Every spent token then belongs to a stored ballot, and its form can show the thanks page
 * if sent again.
 */
async function takeTokensAndSlips(
  trx: Trx,
  items: readonly AcceptedResponse[],
  tokensExpireOn: Day,
): Promise<StoreResult[]> {
  const wanted = new Map(items.flatMap(({ slip }) => (slip === null ? [] : [[slip.hash, slip] as const])));
  const free = new Set(await spendSlips(trx, [...wanted.values()]));
  const mayCount = items.map(({ slip }) => slip === null || free.delete(slip.hash));
  const hashes = items.filter((_, index) => mayCount[index]).map(({ token_hash }) => token_hash);
  const unused = new Set(await spendTokens(trx, [...new Set(hashes)], tokensExpireOn));
  const late = items.filter((_, index) => !mayCount[index]).map(({ token_hash }) => token_hash);
  const spent = await findSpentTokens(trx, late);
  // A batch may contain a token twice: `delete` returns true for the first submission only.
  return items.map(({ token_hash }, index): StoreResult => {
    if (mayCount[index]) return unused.delete(token_hash) ? 'stored' : 'counted-before';
    return spent.has(token_hash) ? 'counted-before' : 'slip-used';
  });
}

async function currentDay(trx: Trx, clock: Clock): Promise<Day> {
  const today = dayOf(clock.now());
  const settled = await findLastSettledDay(trx);
  return settled !== null && today <= settled ? addDays(settled, 1) : today;
}

const HALF_ID = 16;

/**
 * Ids for a batch of ballots in the box: 64 random bits that the batch shares, then 64 bits per ballot. The shared
 * prefix puts the batch on one page of the file, so that one page is written instead of one per ballot. The prefix
 * reveals that the ballots arrived together, but the file reveals this in other ways, too; at the end of the day
 * `emptyBox` replaces the ids by unrelated ones.
 */
function makeBoxIds(random: Random, count: number): string[] {
  const ids = Array.from({ length: count }, () => makeId(random));
  const place = ids[0]?.slice(0, HALF_ID) ?? '';
  return ids.map((id) => `${place}${id.slice(HALF_ID)}`);
}

const toBallot = (item: AcceptedResponse, day: Day, id: string): Ballot => ({
  id,
  day,
  unit_code: item.unit_code,
  counter_code: item.counter_code,
  channel: item.channel,
  survey_id: item.survey_id,
  survey_version: item.survey_version,
  answers: item.answers,
  set_aside: item.set_aside,
});

/** Numbers of trial ballots by the rule that would have set them aside. */
function countTrial(items: readonly AcceptedResponse[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { setAsideInTrial: rule } of items)
    if (rule) counts.set(trialMeasure(rule), (counts.get(trialMeasure(rule)) ?? 0) + 1);
  return counts;
}

const ruleOf = ({ set_aside, setAsideInTrial }: AcceptedResponse): string | null =>
  set_aside ?? setAsideInTrial ?? null;

const overallOf = (item: AcceptedResponse): Level => item.answers.levels[OVERALL] as Level;

function tallyByRespondent(items: readonly AcceptedResponse[], day: Day): RespondentTally[] {
  const groups = new Map<string, RespondentTally>();
  for (const item of items.filter((candidate) => candidate.set_aside === null)) {
    for (const dimension of ['kind', 'field'] as const) {
      const option = item.respondent[dimension];
      if (option === null) continue;
      const key = [item.unit_code, item.counter_code, dimension, option].join('\n');
      const levels = oneAtLevel(overallOf(item));
      const known = groups.get(key);
      groups.set(key, {
        unit_code: item.unit_code,
        day,
        counter_code: item.counter_code,
        dimension,
        option_id: option,
        levels: known ? addLevels(known.levels, levels) : levels,
      });
    }
  }
  return [...groups.values()];
}

/**
 * Ballots set aside are counted for alerts, but left out of the statistics from which the rules' thresholds are
 * set.
 */
async function addIntake(trx: Trx, items: readonly AcceptedResponse[], day: Day): Promise<void> {
  for (const unit of [...new Set(items.map(({ unit_code }) => unit_code))].sort()) {
    const own = items.filter(({ unit_code }) => unit_code === unit);
    const measured = own.flatMap(({ intake }) => (intake ? [intake] : []));
    const usual = own.flatMap((item) => (ruleOf(item) === null && item.intake ? [item.intake] : []));
    const hours = own.map(({ isOddHour, slip }) => ({ isOdd: isOddHour ?? null, isSlip: slip !== null }));
    await addToIntakeCounts(
      trx,
      unit,
      day,
      new Map([
        ...countMeasures(usual),
        ...countNetworks(measured),
        ...countHours(hours),
        ...countTrial(own),
      ]),
    );
  }
}
