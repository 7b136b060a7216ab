export const ROLES = ['staff', 'leader', 'supervisor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Roles that may use remembered phones, because they mostly read, often away from the desk. */
const REMEMBERED_ROLES: readonly Role[] = ['leader', 'supervisor'];

export const parseRoles = (names: readonly string[]): Role[] => ROLES.filter((role) => names.includes(role));

export const mayBeRemembered = (roles: readonly Role[]): boolean =>
  roles.some((role) => REMEMBERED_ROLES.includes(role));

export const parseRole = (text: string): Role | null => ROLES.find((role) => role === text) ?? null;
