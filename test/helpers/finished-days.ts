import type { Clock } from '../../server/lib/clock.ts';
import { emptyBallotBox } from '../../server/response/empty-ballot-box.ts';
import { sealDays } from '../../server/seal/seal-days.ts';
import type { Db } from '../../server/storage/schema.ts';

/** Empties the ballot box of past days and seals them, as the nightly jobs do before they close periods. */
export async function finishDays({ db, clock }: { readonly db: Db; readonly clock: Clock }): Promise<void> {
  await emptyBallotBox(db, clock);
  await sealDays(db, clock);
}
