export const ROLES = ['staff', 'leader', 'supervisor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Only roles that mostly read, often away from the desk. */
export const REMEMBERED_ROLES: readonly Role[] = ['leader', 'supervisor'];

export const parseRole = (text: string): Role | null => ROLES.find((role) => role === text) ?? null;
