import type { Clock } from '../lib/clock.ts';
import type { Random } from '../lib/random.ts';
import type { Db } from './schema.ts';

/** What use cases take from the process, as their first argument; the context has all of it. */
export interface Deps {
  readonly db: Db;
  readonly clock: Clock;
  readonly random: Random;
}
