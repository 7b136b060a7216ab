import { addDays, type Day, listDays } from '../../server/lib/day.ts';
import { closePeriods } from '../../server/reporting/close-periods.ts';
import { insertSettledDay } from '../../server/response/settled-day.store.ts';
import { sealDays } from '../../server/seal/seal-days.ts';
import { inTransaction } from '../../server/storage/transaction.ts';
import { addToTallies } from '../../server/tally/tally.store.ts';
import { tallyOf } from '../../server/tally/tally.ts';
import { createTestApp, type TestApp } from './test-app.ts';

/** The data are of the days from `FIRST` until the day before `TODAY`. */
export const FIRST: Day = '2024-07-01';
export const TODAY: Day = '2024-12-05';

/** Months of data with equally many ballots on each day at each counter, all sealed and reported. */
export async function createSettledOffice(ballotsACell: number): Promise<TestApp> {
  const app = await createTestApp({ now: `${FIRST}T08:00:00+07:00` });
  app.setTime(`${TODAY}T10:00:00+07:00`);
  const { db } = app.context;
  const single = tallyOf({ levels: { overall: 5, i25: 4 }, why: {} }, ['overall', 'i25']);
  const times = (values: readonly number[]) => values.map((value) => value * ballotsACell);
  const questions = Object.fromEntries(
    Object.entries(single.questions).map(([id, values]) => [id, times(values) as unknown as typeof values]),
  );
  const tally = { ...single, ballots: ballotsACell, questions };
  await inTransaction(db, async (trx) => {
    for (const day of listDays(FIRST, addDays(TODAY, -1)))
      await addToTallies(
        trx,
        app.counters.map(({ code, unit_code }) => ({
          unit_code,
          day,
          counter_code: code,
          channel: 'poster',
          survey_id: 'mot-cua-ngan',
          survey_version: 1,
          set_aside: '',
          tally,
        })),
      );
    await insertSettledDay(trx, addDays(TODAY, -1));
  });
  await sealDays(db, app.context.clock);
  await closePeriods(db, app.context.surveys, app.context.clock);
  return app;
}
