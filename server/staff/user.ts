import { normaliseText } from '../lib/text.ts';
import type { Role } from './role.ts';

export interface User {
  readonly id: string;
  readonly name: string;
  readonly full_name: string;
  /** At least one; permissions are the union of all roles. A supervisor has no other role. */
  readonly roles: readonly Role[];
  /** Counter codes; null: all. Only a person whose only role is `staff` can be limited. */
  readonly counters: readonly string[] | null;
  readonly is_active: boolean;
  /** false: the person cannot sign in yet. */
  readonly has_password: boolean;
  readonly created_at: string;
}

const USER_NAME_LIMITS = { least: 3, most: 32 } as const;
/** In Unicode code points. */
export const FULL_NAME_LIMIT = 120;

const USER_NAME = new RegExp(
  `^[a-z][a-z0-9._-]{${USER_NAME_LIMITS.least - 1},${USER_NAME_LIMITS.most - 1}}$`,
);

/** Case and surrounding space are ignored at sign-in. */
export const foldUserName = (text: string): string => normaliseText(text).toLowerCase();

/** null unless 3–32 of `a-z`, digits, `.`, `_`, `-`, with a letter first. */
export function parseUserName(text: string): string | null {
  const name = foldUserName(text);
  return USER_NAME.test(name) ? name : null;
}
