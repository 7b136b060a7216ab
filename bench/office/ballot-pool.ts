import { type CounterCharacter, generateBallot } from '../../server/demo/generate-ballots.ts';
import { createSeededRandom } from '../../server/lib/seeded-random.ts';
import { canonicalAnswers } from '../../server/response/answers.ts';
import { type Level, OVERALL, type Survey } from '../../server/survey/definition.ts';
import { type Tally, tallyOf } from '../../server/tally/tally.ts';

/** A made-up ballot that is stored many times: as a row, and as part of a tally. */
export interface PoolBallot {
  readonly answers: string;
  readonly why: string | null;
  readonly overall: Level;
  readonly kind: string | null;
  readonly field: string | null;
  readonly tally: Tally;
}

const CHARACTER: CounterCharacter = { ballotsADay: 0, satisfied: 0.92, weakItems: ['i34', 'i31'] };

/** Returns equal ballots for equal arguments. With many, every answer of the survey occurs. */
export function makeBallotPool(survey: Survey, size: number): PoolBallot[] {
  const random = createSeededRandom('hai-long bench ballots');
  const ids = survey.questions.map(({ id }) => id);
  return Array.from({ length: size }, () => {
    const { answers, kind, field } = generateBallot(random, survey, CHARACTER, '2024-03-05', true);
    const overall = answers.levels[OVERALL] as Level;
    return { ...canonicalAnswers(answers), overall, kind, field, tally: tallyOf(answers, ids) };
  });
}

/** Tally of ballots of the pool; `counts` has the number of each of them, by its index. */
export function tallyOfPool(pool: readonly PoolBallot[], counts: Uint32Array): Tally {
  const questions: Record<string, number[]> = {};
  const chips: Record<string, number> = {};
  const low: Record<string, number[]> = {};
  const total = { ballots: 0, all_equal: 0 };
  const addTo = (record: Record<string, number[]>, id: string, values: readonly number[], times: number) => {
    const known = record[id] ?? new Array<number>(values.length).fill(0);
    record[id] = known.map((value, at) => value + (values[at] as number) * times);
  };
  counts.forEach((times, at) => {
    const tally = pool[at]?.tally;
    if (times === 0 || tally === undefined) return;
    total.ballots += times;
    total.all_equal += tally.all_equal * times;
    for (const [id, values] of Object.entries(tally.questions)) addTo(questions, id, values, times);
    for (const [id, values] of Object.entries(tally.low)) addTo(low, id, values, times);
    for (const [id, n] of Object.entries(tally.chips)) chips[id] = (chips[id] ?? 0) + n * times;
  });
  // All tallies of one survey have arrays of equal length.
  return { ...total, questions, chips, low } as unknown as Tally;
}
