export const ROLES = ['staff', 'leader', 'supervisor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Roles that may use remembered phones: they mostly read, often away from the desk. */
export const REMEMBERED_ROLES: readonly Role[] = ['leader', 'supervisor'];

export const parseRole = (text: string): Role | null => ROLES.find((role) => role === text) ?? null;
