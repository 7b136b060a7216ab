import { startOfDay } from '../../server/lib/day.ts';
import { canonicalAnswers } from '../../server/response/answers.ts';
import type { Answers } from '../../server/tally/tally.ts';
import type { IntakeMeasures } from '../../server/trust/intake-measures.ts';
import { createIntakeMemory } from '../../server/trust/intake-memory.ts';
import { judgeBallot } from '../../server/trust/judge-ballot.ts';
import type { RuleOnDay } from '../../server/trust/rule-settings.ts';
import type { RuleId } from '../../server/unit/rule-setting.ts';
import type { Arrival, CommuneDay } from './arrival.ts';
import { bytesOf, createDice } from './dice.ts';

/** A ballot with the verdict of the rules. */
export interface JudgedBallot {
  readonly arrival: Arrival;
  /** The rule that set the ballot aside; null: the ballot is counted. */
  readonly setAside: RuleId | null;
  /** What the ballot adds to the day's intake statistics; null for a slip. */
  readonly measures: IntakeMeasures | null;
}

const SITE = { fetchSite: 'same-origin', origin: null, ownHosts: ['example.vn'] } as const;
const FOREIGN_SITE = { fetchSite: 'cross-site', origin: null, ownHosts: ['example.vn'] } as const;

/** A cache, because the same answers are judged again under each attack. */
const canonicalForms = new WeakMap<Answers, string>();

function canonicalForm(answers: Answers): string {
  const known = canonicalForms.get(answers);
  if (known !== undefined) return known;
  const { answers: text } = canonicalAnswers(answers);
  canonicalForms.set(answers, text);
  return text;
}

/**
 * Judges the ballots of a day in the order of arrival, with the server's own rules, as
 * `response/submit-response.ts` does. Of the phone's cookie only the number of its ballots is simulated.
 */
export function judgeDay(
  { day, arrivals }: Pick<CommuneDay, 'day' | 'arrivals'>,
  rules: readonly RuleOnDay[],
): readonly JudgedBallot[] {
  const memory = createIntakeMemory(bytesOf(createDice(day)));
  const midnight = startOfDay(day).getTime();
  const sent = new Map<string, number>();
  return arrivals.map((arrival): JudgedBallot => {
    const { counter, network, channel, pace, device } = arrival;
    const source = arrival.isForeign ? FOREIGN_SITE : SITE;
    if (channel === 'slip') {
      const facts = { source, sentToday: null, pace, sameBefore: null, countedInWindow: null };
      return { arrival, setAside: judgeBallot(rules, facts), measures: null };
    }
    const now = new Date(midnight + 60_000 * arrival.minute);
    const known = {
      counterCode: counter,
      network,
      answers: canonicalForm(arrival.answers),
      now,
      today: day,
    };
    const before = memory.look(known);
    const sentToday = device === null ? 0 : (sent.get(device) ?? 0);
    if (device !== null) sent.set(device, sentToday + 1);
    const setAside = judgeBallot(rules, { source, sentToday, pace, ...before });
    memory.note(known, setAside === null);
    const inRow = before.sameBefore === null ? null : before.sameBefore + 1;
    return {
      arrival,
      setAside,
      measures: {
        pace,
        inWindow: before.countedInWindow + 1,
        inRow,
        fromNetwork: (before.fromNetwork ?? 0) + 1,
      },
    };
  });
}
