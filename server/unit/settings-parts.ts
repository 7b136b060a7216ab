import type { Clock } from '../lib/clock.ts';
import type { Random } from '../lib/random.ts';
import type { Db } from '../storage/schema.ts';

/** The parts of the process that changing a setting needs; the context has them all. */
export interface SettingsParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly random: Random;
}
