import type { AccessBuffer } from '../act/access.ts';
import type { Deps } from '../storage/deps.ts';
import type { PasswordHasher } from './password-hash.ts';
import type { SignInSlowdown } from './sign-in-slowdown.ts';

export interface StaffParts extends Deps {
  readonly passwords: PasswordHasher;
  readonly slowdown: SignInSlowdown;
  readonly access: AccessBuffer;
  readonly knownBrowserKey: Uint8Array;
}
