import type { Clock } from '../lib/clock.ts';
import type { Random } from '../lib/random.ts';
import type { Db } from '../storage/schema.ts';
import type { PasswordHasher } from './password-hash.ts';
import type { SignInSlowdown } from './sign-in-slowdown.ts';

/** The parts of the process that accounts need; the context has them all. */
export interface StaffParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly random: Random;
  readonly passwords: PasswordHasher;
  readonly slowdown: SignInSlowdown;
  /** Signs the cookies of known browsers. */
  readonly knownBrowserKey: Uint8Array;
}
