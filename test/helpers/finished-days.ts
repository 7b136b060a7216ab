import type { Context } from '../../server/context.ts';
import { emptyBallotBox } from '../../server/response/empty-ballot-box.ts';
import { sealDays } from '../../server/seal/seal-days.ts';

/** Ends and seals every day that is over by the clock, as the daily work does before it closes periods. */
export async function finishDays({ db, clock }: Pick<Context, 'db' | 'clock'>): Promise<void> {
  await emptyBallotBox(db, clock);
  await sealDays(db, clock);
}
