import { markComments } from '../feedback/mark-comments.ts';
import { listComments } from '../feedback/shown-comment.store.ts';
import { addDays, startOfDay } from '../lib/day.ts';
import { createSeededRandom } from '../lib/seeded-random.ts';
import { parsePeriod } from '../period/period.ts';
import type { CommentState, Db } from '../storage/schema.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { DEMO_STAFF } from './demo-users.ts';

/** Comments of the newest weeks stay unread. */
const UNREAD_WEEKS = 3;
/** States of the comments of earlier weeks, assigned in turn. */
const MARKS: readonly CommentState[] = ['read', 'handled', 'read', 'handled', 'handled', 'outside'];

/** Marks comments as an office would: each Monday those of the week before, except the newest weeks. */
export async function markDemoComments(
  db: Db,
  clock: { now(): Date; set(instant: Date): void },
): Promise<void> {
  const random = createSeededRandom('hai-long demo marks');
  const unit = await getMainUnit(db);
  const wanted = { unitCode: unit.code, counters: null, words: [], state: null, limit: 10_000, offset: 0 };
  const comments = await listComments(db, wanted);
  const weeks = [...new Set(comments.map(({ week }) => week))].sort().slice(0, -UNREAD_WEEKS);
  for (const week of weeks) {
    const period = parsePeriod(week);
    if (!period) continue;
    clock.set(new Date(startOfDay(addDays(period.to, 8)).getTime() + 8 * 3_600_000));
    const own = comments.filter((comment) => comment.week === week);
    const marks = own.map((key, index) => ({ key, state: MARKS[index % MARKS.length] as CommentState }));
    await markComments({ db, clock, random }, DEMO_STAFF, unit.code, marks);
  }
}
