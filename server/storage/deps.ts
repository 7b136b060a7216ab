import type { Clock } from '../lib/clock.ts';
import type { Random } from '../lib/random.ts';
import type { Db } from './schema.ts';

export interface Deps {
  readonly db: Db;
  readonly clock: Clock;
  readonly random: Random;
}
