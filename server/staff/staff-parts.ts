import type { Deps } from '../storage/deps.ts';
import type { PasswordHasher } from './password-hash.ts';
import type { SignInSlowdown } from './sign-in-slowdown.ts';

/** The parts of the process that accounts need; the context has them all. */
export interface StaffParts extends Deps {
  readonly passwords: PasswordHasher;
  readonly slowdown: SignInSlowdown;
  /** Signs the cookies of known browsers. */
  readonly knownBrowserKey: Uint8Array;
}
