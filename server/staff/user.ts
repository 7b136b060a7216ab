import { normaliseText } from '../lib/text.ts';
import type { Role } from './role.ts';

/** A person of the office who may sign in. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly full_name: string;
  readonly role: Role;
  /** Codes of the counters that the person sees; null: all. Only `staff` can be limited. */
  readonly counters: readonly string[] | null;
  readonly is_active: boolean;
  /** Whether the person has chosen a password; without one there is nothing to sign in with. */
  readonly has_password: boolean;
  readonly created_at: string;
}

/** Lengths of a user name, in characters. */
const USER_NAME_LIMITS = { least: 3, most: 32 } as const;
/** The most code points of a person's name. */
export const FULL_NAME_LIMIT = 120;

const USER_NAME = new RegExp(
  `^[a-z][a-z0-9._-]{${USER_NAME_LIMITS.least - 1},${USER_NAME_LIMITS.most - 1}}$`,
);

/** A user name in its one form: case and space around it do not matter when signing in. */
export const foldUserName = (text: string): string => normaliseText(text).toLowerCase();

/** The user name that a text is, or null: 3–32 of `a-z`, digits, `.`, `_`, `-`, a letter first. */
export function parseUserName(text: string): string | null {
  const name = foldUserName(text);
  return USER_NAME.test(name) ? name : null;
}
