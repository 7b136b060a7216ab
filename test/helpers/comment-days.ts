import { runDailyWork } from '../../server/daily-work.ts';
import { addDays, type Day } from '../../server/lib/day.ts';
import type { BallotToStore, TestApp } from './test-app.ts';

/** `count` ballots of one counter; the first ones have the given comments. */
export const ballotsOf = (
  counterCode: string,
  count: number,
  comments: readonly string[] = [],
): BallotToStore[] =>
  Array.from({ length: count }, (_, index) => ({
    counter_code: counterCode,
    comment: comments[index] ?? null,
  }));

export async function fillDay(testApp: TestApp, day: Day, items: readonly BallotToStore[]): Promise<void> {
  testApp.setTime(`${day}T08:00:00+07:00`);
  await testApp.storeMany(items);
}

/** Sets the clock to just after the end of the day and runs the nightly jobs. */
export async function endDay(testApp: TestApp, day: Day): Promise<void> {
  testApp.setTime(`${addDays(day, 1)}T00:06:00+07:00`);
  await runDailyWork(testApp.context);
}

/** Sorted texts of the comments that the office may read. */
export async function listShownTexts(testApp: TestApp): Promise<string[]> {
  const rows = await testApp.context.db
    .selectFrom('comments')
    .select('text')
    .where('state', 'in', ['unread', 'read', 'handled', 'outside'])
    .execute();
  return rows.map(({ text }) => text).sort();
}
