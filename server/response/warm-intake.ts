import type { Clock } from '../lib/clock.ts';
import type { Db } from '../storage/schema.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import { listCounters } from '../unit/counter.store.ts';
import { findCounterVisit } from '../unit/find-counter-visit.ts';
import { findTrial } from '../unit/find-trial.ts';
import { listUnits } from '../unit/unit.store.ts';
import { loadIntakeSettings } from './intake-settings.ts';

/**
 * Fills the caches that forms need, so that forms can be shown even if the database fails right after the start.
 */
export async function warmIntake(parts: {
  readonly db: Db;
  readonly surveys: SurveyCatalogue;
  readonly clock: Clock;
}): Promise<void> {
  const { db, surveys, clock } = parts;
  await findTrial(db, clock.now());
  for (const unit of await listUnits(db)) {
    await loadIntakeSettings(db, unit.code);
    for (const { code } of await listCounters(db, unit.code))
      await findCounterVisit(db, surveys, code, clock.now());
  }
}
