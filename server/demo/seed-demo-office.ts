import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { listComments } from '../comment/comment.store.ts';
import { markComments } from '../feedback/office-comments.ts';
import type { Clock } from '../lib/clock.ts';
import { addDays, type Day, listDays, startOfDay, toVietnamTime } from '../lib/day.ts';
import { findProjectRoot } from '../lib/project-root.ts';
import { makeId } from '../lib/random.ts';
import { createSeededRandom } from '../lib/seeded-random.ts';
import { parsePeriod, periodOf } from '../period/period.ts';
import { createApiKey } from '../reporting/manage-api-keys.ts';
import { renewLink } from '../staff/make-link.ts';
import { ROLES, type Role } from '../staff/role.ts';
import { insertUser } from '../staff/user.store.ts';
import type { User } from '../staff/user.ts';
import type { Deps } from '../storage/deps.ts';
import type { CommentState, Db } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import { enterTransactions } from '../transactions/enter-transactions.ts';
import { listCounters } from '../unit/counter.store.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { addCounter, mergeCounter } from '../unit/manage-counters.ts';
import { planSetting } from '../unit/plan-change.ts';
import { DAYS_CLOSED, isOpen } from './generate-ballots.ts';

export interface DemoClock extends Clock {
  set(instant: Date): void;
}

export const setHour = (clock: DemoClock, day: Day, hour: number): void =>
  clock.set(new Date(startOfDay(day).getTime() + hour * 3_600_000));

/** Actor in the audit log; cannot sign in. */
const ADMINISTRATOR = { id: 'demo', name: 'quantri' } as const;

/**
 * Changes of settings during the demo's year, so that pages about settings are not empty: opening hours, a counter
 * opened and merged, a planned target, an API key. None of them affects a figure.
 */
export async function seedDemoSettings(
  { db, surveys }: { readonly db: Db; readonly surveys: SurveyCatalogue },
  clock: DemoClock,
): Promise<void> {
  // Its own random seed, so that settings do not change ballots and counter codes.
  const random = createSeededRandom('hai-long demo settings');
  const parts = { db, surveys, clock, random };
  const words = loadDemoWords();
  const unit = await getMainUnit(db);
  const on = (day: Day) => setHour(clock, day, 8);

  on('2023-12-04');
  const sessions = [
    ['morning', '07:30', '11:30'],
    ['afternoon', '13:30', '17:00'],
  ] as const;
  const hours = [1, 2, 3, 4, 5].flatMap((weekday) =>
    sessions.flatMap(([name, from, to]) => [
      [`${weekday}.${name}.from`, from],
      [`${weekday}.${name}.to`, to],
    ]),
  );
  const days_off = DAYS_CLOSED.map(([from, to]) => `${from} - ${to}`).join('\n');
  const typed = { ...Object.fromEntries(hours), since: '04/12/2023', days_off };
  await planSetting(parts, ADMINISTRATOR, unit.code, 'opening_hours', typed, true);

  on('2024-03-04');
  const added = await addCounter(parts, ADMINISTRATOR, {
    name: words.merged_counter,
    channel: 'poster',
    field: '',
  });
  on('2024-03-08');
  const [, , , general] = await listCounters(db, unit.code);
  if (added.outcome === 'done' && general) await mergeCounter(parts, ADMINISTRATOR, added.code, general.code);

  on('2024-11-05');
  await createApiKey(parts, {
    name: words.key_holder,
    units: [unit.code],
    expiresOn: '2025-12-31',
    actor: ADMINISTRATOR,
  });

  await planSetting(parts, ADMINISTRATOR, unit.code, 'improvements', { text: words.improvements }, true);

  on('2024-12-02');
  const target = { value: '92', since: '01/01/2025' };
  await planSetting(parts, ADMINISTRATOR, unit.code, 'target_percent', target, true);
}

/** Mean number of transactions a day, in the order of the unit's counters. */
const USUAL = [17, 12, 9, 15, 8] as const;

/**
 * Daily transactions per counter, entered at the end of each week. One day is missing and one number was corrected,
 * so that pages can show both cases.
 */
export async function seedDemoTransactions(db: Db, clock: DemoClock, from: Day, today: Day): Promise<void> {
  const random = createSeededRandom('hai-long demo transactions');
  const unit = await getMainUnit(db);
  const counters = (await listCounters(db, unit.code)).filter(({ is_open }) => is_open);
  const days = listDays(from, addDays(today, -3)).filter(isOpen);
  for (let rest = days; rest.length > 0; ) {
    const { to } = periodOf('week', rest[0] as Day);
    const week = rest.filter((day) => day <= to);
    rest = rest.slice(week.length);
    setHour(clock, week.at(-1) as Day, 17);
    const entries = week.flatMap((day) =>
      counters.map(({ code }, index) => {
        const usual = USUAL[index % USUAL.length] as number;
        return { from: day, to: day, counter: code, n: usual + ((random.bytes(1)[0] as number) % 7) };
      }),
    );
    await enterTransactions({ db, clock, random }, unit, DEMO_STAFF, entries, 'typed');
  }
  const corrected = days.at(-2) as Day;
  setHour(clock, addDays(days.at(-1) as Day, 1), 8);
  const counter = counters[0]?.code ?? null;
  await enterTransactions(
    { db, clock, random },
    unit,
    DEMO_STAFF,
    [{ from: corrected, to: corrected, counter, n: 26 }],
    'typed',
  );
}

const UNREAD_WEEKS = 3;
const MARKS: readonly CommentState[] = ['read', 'handled', 'read', 'handled', 'handled', 'outside'];

/**
 * Marks comments as an office would: each Monday those of the week before. Those of the newest weeks stay unread.
 */
export async function markDemoComments(db: Db, clock: DemoClock): Promise<void> {
  const random = createSeededRandom('hai-long demo marks');
  const unit = await getMainUnit(db);
  const wanted = { unitCode: unit.code, counters: null, words: [], state: null, limit: 10_000, offset: 0 };
  const comments = await listComments(db, wanted);
  const weeks = [...new Set(comments.map(({ week }) => week))].sort().slice(0, -UNREAD_WEEKS);
  for (const week of weeks) {
    const period = parsePeriod(week);
    if (!period) continue;
    setHour(clock, addDays(period.to, 8), 8);
    const own = comments.filter((comment) => comment.week === week);
    const marks = own.map((key, index) => ({ key, state: MARKS[index % MARKS.length] as CommentState }));
    await markComments({ db, clock, random }, DEMO_STAFF, unit.code, marks);
  }
}

/** Adds one temporary account per role. Its sign-in code can be used any number of times. */
export function seedDemoPeople({
  db,
  clock,
  random,
}: Deps): Promise<{ readonly role: Role; readonly code: string }[]> {
  return inTransaction(db, async (trx) => {
    const people: { role: Role; code: string }[] = [];
    for (const role of ROLES) {
      const id = makeId(random);
      await insertUser(trx, {
        ...demoUser(`demo-${role}`, role),
        id,
        full_name: `Demo ${role}`,
        is_active: true,
        created_at: toVietnamTime(clock.now()),
      });
      people.push({ role, code: await renewLink(trx, { clock, random }, 'demo', id) });
    }
    return people;
  });
}

const demoUser = (name: string, role: Role): User => ({
  id: 'demo',
  name,
  full_name: 'Demo',
  roles: [role],
  counters: null,
  is_active: false,
  has_password: false,
  created_at: '2023-12-04T00:00:00+07:00',
});

/** Actor in the audit log; cannot sign in. */
export const DEMO_STAFF = demoUser('motcua', 'staff');
/** Actor in the audit log; cannot sign in. */
export const DEMO_SUPERVISOR = demoUser('giamsat', 'supervisor');

const text = z.string().min(1);

const demoWordsSchema = z.strictObject({
  comments: z.array(text).min(1),
  /** Name of the counter that the demo opens and later merges into another one. */
  merged_counter: text,
  improvements: text,
  key_holder: text,
});

export const loadDemoWords = (): z.infer<typeof demoWordsSchema> =>
  demoWordsSchema.parse(JSON.parse(readFileSync(join(findProjectRoot(), 'surveys', 'demo.json'), 'utf8')));
