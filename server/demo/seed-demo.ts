import { type IncomingComment, insertComments } from '../comment/comment.store.ts';
import { maskPersonalDetails } from '../comment/masking.ts';
import { showComments } from '../feedback/show-comments.ts';
import { type Day, dayOf, startOfDay } from '../lib/day.ts';
import { makeId } from '../lib/random.ts';
import { createSeededRandom, type SeededRandom } from '../lib/seeded-random.ts';
import { closePeriods } from '../reporting/close-periods.ts';
import { emptyBallotBox } from '../response/empty-ballot-box.ts';
import { storeResponses } from '../response/store-responses.ts';
import { sealDays } from '../seal/seal-days.ts';
import type { Db } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import type { Survey, SurveyCatalogue } from '../survey/definition.ts';
import { listUnitCounters } from '../unit/list-unit-counters.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { MADE_UP_COMMENTS } from './MadeUpComments.examples.ts';
import { type CounterCharacter, dayAfter, makeUpBallot, makeUpCount } from './made-up-ballots.ts';
import { markDemoComments } from './mark-demo-comments.ts';
import { seedDemoSettings } from './seed-demo-settings.ts';
import { seedDemoTransactions } from './seed-demo-transactions.ts';

/** The demo's first day: its unit is opened then. */
export const DEMO_START: Day = '2023-12-04';
/** The instant at which the demo's clock begins to run: a Thursday morning in a running reporting month. */
export const DEMO_NOW = new Date('2024-12-05T10:20:00+07:00');

/** In the order of the first unit's counters. The second is the weak one. */
const CHARACTERS: readonly CounterCharacter[] = [
  { ballotsADay: 7, satisfied: 0.94, weakItems: ['i34', 'i31'] },
  { ballotsADay: 4.5, satisfied: 0.83, weakItems: ['i34', 'i28', 'i32'] },
  { ballotsADay: 3, satisfied: 0.93, weakItems: ['i32', 'i34'] },
  { ballotsADay: 6, satisfied: 0.95, weakItems: ['i25', 'i34'] },
  { ballotsADay: 2.5, satisfied: 0.92, weakItems: ['i37', 'i34'] },
];

/** A clock that the demo moves through its year. */
export interface DemoClock {
  now(): Date;
  set(instant: Date): void;
}

/** Fills a fresh database with a year of made-up ballots, always the same ones. */
export async function seedDemo(
  { db, surveys }: { readonly db: Db; readonly surveys: SurveyCatalogue },
  clock: DemoClock,
  survey: Survey,
): Promise<void> {
  const random = createSeededRandom('hai-long demo ballots');
  // A source of its own: the ballots stay the same ones, whatever is made up about comments.
  const words = createSeededRandom('hai-long demo comments');
  const unit = await getMainUnit(db);
  const counters = await listUnitCounters(db, unit.code);
  const question_ids = survey.questions.map((question) => question.id);

  for (let day = DEMO_START; day <= dayOf(DEMO_NOW); day = dayAfter(day)) {
    clock.set(new Date(startOfDay(day).getTime() + 9 * 3_600_000));
    const isToday = day === dayOf(DEMO_NOW);
    const responses = counters.flatMap((counter, index) => {
      const character = CHARACTERS[index % CHARACTERS.length] as CounterCharacter;
      const count = makeUpCount(random, character, day);
      return Array.from({ length: isToday ? Math.ceil(count / 3) : count }, () => {
        const { answers, kind, field } = makeUpBallot(random, survey, character, day, counter.field === null);
        return {
          token_hash: Buffer.from(random.bytes(16)).toString('base64url'),
          unit_code: unit.code,
          counter_code: counter.code,
          channel: counter.channel,
          survey_id: survey.id,
          survey_version: survey.version,
          question_ids,
          answers,
          respondent: { kind, field: counter.field ?? field },
          comment: null,
          set_aside: null,
          intake: null,
          isOddHour: false,
          slip: null,
        };
      });
    });
    if (responses.length > 0) {
      await inTransaction(db, async (trx) => {
        await storeResponses(trx, clock, random, responses);
        await insertComments(
          trx,
          responses.flatMap(({ unit_code, counter_code }) =>
            makeUpComments(words, { unit_code, counter_code, day }),
          ),
        );
      });
    }
  }
  await seedDemoSettings({ db, surveys }, clock);
  await seedDemoTransactions(db, clock, DEMO_START, dayOf(DEMO_NOW));
  clock.set(DEMO_NOW);
  await emptyBallotBox(db, clock);
  await showComments(db);
  // As if the server had run all year: each day is sealed on the next one.
  for (let day = DEMO_START; day < dayOf(DEMO_NOW); day = dayAfter(day)) {
    const morning = startOfDay(dayAfter(day));
    await sealDays(db, { now: () => morning });
  }
  await markDemoComments(db, clock);
  clock.set(DEMO_NOW);
  await closePeriods(db, surveys, clock);
}

/** One of a few citizens writes something. */
const COMMENTS_A_BALLOT = 0.06;

function makeUpComments(
  random: SeededRandom,
  place: Omit<IncomingComment, 'id' | 'text'>,
): IncomingComment[] {
  if (random.next() >= COMMENTS_A_BALLOT) return [];
  const text = MADE_UP_COMMENTS[Math.floor(random.next() * MADE_UP_COMMENTS.length)] ?? '';
  return [{ ...place, id: makeId(random), text: maskPersonalDetails(text) }];
}
