import { type Day, weekdayOf } from '../lib/day.ts';
import type { SeededRandom } from '../lib/seeded-random.ts';
import { type Level, OVERALL, type Survey } from '../survey/definition.ts';
import type { Answers } from '../tally/tally.ts';

export interface CounterCharacter {
  readonly ballotsADay: number;
  /** Probability, 0–1, that a citizen is satisfied overall. */
  readonly satisfied: number;
  /** Ids of questions that dissatisfied citizens rate low more often. */
  readonly weakItems: readonly string[];
}

interface GeneratedBallot {
  readonly answers: Answers;
  readonly kind: string | null;
  readonly field: string | null;
}

/** Public holidays of the demo's year, first and last day: New Year, Tet, Hung Kings, 30/4–1/5, 2/9. */
export const DAYS_CLOSED: readonly (readonly [Day, Day])[] = [
  ['2024-01-01', '2024-01-01'],
  ['2024-02-08', '2024-02-14'],
  ['2024-04-18', '2024-04-18'],
  ['2024-04-29', '2024-05-01'],
  ['2024-09-02', '2024-09-03'],
];

/** A month with worse answers, so that the charts of the demo show a change. */
const BAD_MONTH = '2024-08';
const BAD_MONTH_LOSS = 0.13;

export const isOpen = (day: Day): boolean =>
  weekdayOf(day) <= 5 && !DAYS_CLOSED.some(([from, to]) => from <= day && day <= to);

/** More people come before Tet and at the start of the school year, fewer in the weeks after Tet. */
function season(day: Day): number {
  if (day >= '2024-01-15' && day <= '2024-02-07') return 1.5;
  if (day >= '2024-02-15' && day <= '2024-03-03') return 0.5;
  if (day >= '2024-08-15' && day <= '2024-09-10') return 1.3;
  return weekdayOf(day) === 1 ? 1.2 : 1;
}

export function generateBallotCount(random: SeededRandom, character: CounterCharacter, day: Day): number {
  if (!isOpen(day)) return 0;
  const limit = Math.exp(-character.ballotsADay * season(day));
  let count = 0;
  for (let product = random.next(); product > limit; product *= random.next()) count += 1;
  return count;
}

/** Answers to items correlate with the overall answer, as in real ballots. */
export function generateBallot(
  random: SeededRandom,
  survey: Survey,
  character: CounterCharacter,
  day: Day,
  asksField: boolean,
): GeneratedBallot {
  const loss = day.startsWith(BAD_MONTH) ? BAD_MONTH_LOSS : 0;
  const gain = day >= '2024-04-01' ? 0.015 : 0;
  const overall = generateOverall(random, character.satisfied - loss + gain);
  const levels: Record<string, Level | 'na'> = { [OVERALL]: overall };
  const why: Record<string, string[]> = {};
  const isHasty = random.next() < 0.2;
  for (const question of survey.questions) {
    if (question.id !== OVERALL) {
      if (isHasty || random.next() < 0.08) continue;
      levels[question.id] = generateItem(random, question.id, overall, character);
    }
    const level = levels[question.id];
    if (typeof level !== 'number' || level > question.chips.up_to_level || random.next() < 0.35) continue;
    const chip = pick(random, question.chips.options);
    if (chip) why[question.id] = [chip.id];
  }
  const says = (share: number) => random.next() < share;
  return {
    answers: { levels, why },
    kind: says(0.35) ? (pick(random, survey.respondent.kind.options, 0.85)?.id ?? null) : null,
    field: asksField && says(0.3) ? (pick(random, survey.respondent.field.options)?.id ?? null) : null,
  };
}

function generateOverall(random: SeededRandom, satisfied: number): Level {
  if (random.next() < satisfied) return random.next() < 0.46 ? 5 : 4;
  const bad = random.next();
  return bad < 0.62 ? 3 : bad < 0.9 ? 2 : 1;
}

function generateItem(
  random: SeededRandom,
  id: string,
  overall: Level,
  character: CounterCharacter,
): Level | 'na' {
  const chanceOfNa = id === 'i37' ? 0.55 : id === 'i34' ? 0.15 : 0.04;
  if (random.next() < chanceOfNa) return 'na';
  const isBlamed = overall <= 3 && character.weakItems.includes(id);
  const shift = random.next();
  const level = isBlamed
    ? Math.max(1, overall - (shift < 0.75 ? 1 : 0))
    : overall + (shift < 0.12 ? -1 : shift > 0.82 ? 1 : 0);
  return Math.min(5, Math.max(1, level)) as Level;
}

/** `chanceOfFirst` is the probability, 0–1, of the first item; without it all items are equally likely. */
function pick<Item>(random: SeededRandom, items: readonly Item[], chanceOfFirst?: number): Item | undefined {
  if (chanceOfFirst !== undefined && random.next() < chanceOfFirst) return items[0];
  return items[Math.floor(random.next() * items.length)];
}

/** On this day one phone sends more ballots than may count per day. */
const PHONE_PASSED_AROUND: Day = '2024-11-20';

/** Draws how many ballots of a counter and day are set aside because they exceed the limit per device. */
export function generateRepeats(random: SeededRandom, counterIndex: number, day: Day): number {
  if (!isOpen(day)) return 0;
  if (day === PHONE_PASSED_AROUND && counterIndex === 3) return 7;
  // On Mondays, which are crowded, helpers in the queue submit ballots for others.
  return random.next() < (weekdayOf(day) === 1 ? 0.25 : 0.08) ? 1 : 0;
}
