import type { Context } from '../../server/context.ts';
import { emptyBallotBox } from '../../server/response/empty-ballot-box.ts';
import { sealDays } from '../../server/seal/seal-days.ts';

/** Ends and seals every past day, as the daily job does before it closes periods. */
export async function finishDays({ db, clock }: Pick<Context, 'db' | 'clock'>): Promise<void> {
  await emptyBallotBox(db, clock);
  await sealDays(db, clock);
}
