import type { TrialView } from '../../web/types/trial.ts';
import { dayOf } from '../lib/day.ts';
import type { Db } from '../storage/schema.ts';
import { findFirstBallotDay, findInstallation } from './installation.store.ts';
import { trialOn } from './installation.ts';

/** null after the official start. */
export async function findTrial(db: Db, now: Date): Promise<TrialView | null> {
  const installation = await findInstallation(db);
  const isTrial = installation?.official_since === null;
  return trialOn(dayOf(now), installation, isTrial ? await findFirstBallotDay(db) : null);
}
