import { type IncomingComment, insertComments } from '../comment/comment.store.ts';
import { maskPersonalDetails } from '../comment/masking.ts';
import { showComments } from '../feedback/show-comments.ts';
import { addDays, type Day, dayOf, startOfDay } from '../lib/day.ts';
import { makeId } from '../lib/random.ts';
import { createSeededRandom, type SeededRandom } from '../lib/seeded-random.ts';
import { closePeriods } from '../reporting/close-periods.ts';
import { emptyBallotBox } from '../response/empty-ballot-box.ts';
import { type AcceptedResponse, storeResponses } from '../response/store-responses.ts';
import { sealDays } from '../seal/seal-days.ts';
import { settleSlips } from '../slip/settle-slips.ts';
import type { Db } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import { getDefaultSurvey, type SurveyCatalogue } from '../survey/definition.ts';
import { listCounters } from '../unit/counter.store.ts';
import type { Counter } from '../unit/counter.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import {
  type CounterCharacter,
  generateBallot,
  generateBallotCount,
  generateRepeats,
} from './generate-ballots.ts';
import { generateSlips } from './generate-slips.ts';
import {
  type DemoClock,
  loadDemoWords,
  markDemoComments,
  seedDemoSettings,
  seedDemoTransactions,
  setHour,
} from './seed-demo-office.ts';

export const DEMO_START: Day = '2023-12-04';
/** The demo's clock starts on a Thursday morning in a running reporting month. */
export const DEMO_NOW = new Date('2024-12-05T10:20:00+07:00');

/** In the order of the unit's counters. The second counter has the lowest satisfaction. */
const CHARACTERS: readonly CounterCharacter[] = [
  { ballotsADay: 7, satisfied: 0.94, weakItems: ['i34', 'i31'] },
  { ballotsADay: 4.5, satisfied: 0.83, weakItems: ['i34', 'i28', 'i32'] },
  { ballotsADay: 3, satisfied: 0.93, weakItems: ['i32', 'i34'] },
  { ballotsADay: 6, satisfied: 0.95, weakItems: ['i25', 'i34'] },
  { ballotsADay: 2.5, satisfied: 0.92, weakItems: ['online-filling', 'online-told'] },
];

/** Fills an empty database with a year of ballots; the result is the same at every call. */
export async function seedDemo(
  { db, surveys }: { readonly db: Db; readonly surveys: SurveyCatalogue },
  clock: DemoClock,
): Promise<void> {
  const random = createSeededRandom('hai-long demo ballots');
  // Its own random seed, so that comments do not change ballots.
  const luck = createSeededRandom('hai-long demo comments');
  const { comments } = loadDemoWords();
  const unit = await getMainUnit(db);
  const counters = await listCounters(db, unit.code);
  // Its own random seed, so that ballots set aside do not change the other ballots.
  const aside = createSeededRandom('hai-long demo repeats');
  const slips = generateSlips(db, clock, counters);

  for (let day = DEMO_START; day <= dayOf(DEMO_NOW); day = addDays(day, 1)) {
    setHour(clock, day, 9);
    await slips.print(day);
    const isToday = day === dayOf(DEMO_NOW);
    const of = (index: number) => CHARACTERS[index % CHARACTERS.length] as CounterCharacter;
    const generate = (
      source: SeededRandom,
      counter: Counter,
      character: CounterCharacter,
      { slip, set_aside }: Pick<AcceptedResponse, 'slip' | 'set_aside'>,
    ): AcceptedResponse => {
      const survey = getDefaultSurvey(surveys, counter.channel);
      const { answers, kind, field } = generateBallot(source, survey, character, day, counter.field === null);
      return {
        token_hash: Buffer.from(source.bytes(16)).toString('base64url'),
        unit_code: unit.code,
        counter_code: counter.code,
        channel: slip === null ? counter.channel : 'slip',
        survey_id: survey.id,
        survey_version: survey.version,
        question_ids: survey.questions.map((question) => question.id),
        answers,
        respondent: { kind, field: counter.field ?? field },
        comment: null,
        set_aside,
        intake: null,
        isOddHour: false,
        slip,
      };
    };
    const responses = counters.flatMap((counter, index) => {
      const count = generateBallotCount(random, of(index), day);
      return Array.from({ length: isToday ? Math.ceil(count / 3) : count }, () =>
        generate(random, counter, of(index), { slip: slips.handOut(counter, day), set_aside: null }),
      );
    });
    const repeats = counters.flatMap((counter, index) =>
      Array.from({ length: generateRepeats(aside, index, day) }, () =>
        generate(aside, counter, of(index), { slip: null, set_aside: 'repeat-device' }),
      ),
    );
    if (responses.length > 0) {
      await inTransaction(db, async (trx) => {
        await storeResponses(trx, clock, random, responses);
        await storeResponses(trx, clock, aside, repeats);
        await insertComments(
          trx,
          responses.flatMap(({ unit_code, counter_code }) =>
            generateComments(luck, comments, { unit_code, counter_code, day }),
          ),
        );
      });
    }
    if (!isToday) await settleSlips(db, day, day);
  }
  await seedDemoSettings({ db, surveys }, clock);
  await seedDemoTransactions(db, clock, DEMO_START, dayOf(DEMO_NOW));
  clock.set(DEMO_NOW);
  await emptyBallotBox(db, clock, createSeededRandom('hai-long demo ballots of finished days'));
  await showComments(db);
  // Seals each day on the next one, as a server would.
  for (let day = DEMO_START; day < dayOf(DEMO_NOW); day = addDays(day, 1)) {
    const morning = startOfDay(addDays(day, 1));
    await sealDays(db, { now: () => morning });
  }
  await markDemoComments(db, clock);
  clock.set(DEMO_NOW);
  await closePeriods(db, surveys, clock);
}

const COMMENTS_A_BALLOT = 0.06;

function generateComments(
  random: SeededRandom,
  comments: readonly string[],
  place: Omit<IncomingComment, 'id' | 'text'>,
): IncomingComment[] {
  if (random.next() >= COMMENTS_A_BALLOT) return [];
  const text = comments[Math.floor(random.next() * comments.length)] ?? '';
  return [{ ...place, id: makeId(random), text: maskPersonalDetails(text) }];
}
