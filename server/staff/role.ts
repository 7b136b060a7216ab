/** What people of the office are, from the fewest rights to the most that change things. */
export const ROLES = ['staff', 'leader', 'supervisor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Who may have a phone remembered: those who only look, and often do so away from the desk. */
export const REMEMBERED_ROLES: readonly Role[] = ['leader', 'supervisor'];

/** A role by its name; null for any other text. */
export const parseRole = (text: string): Role | null => ROLES.find((role) => role === text) ?? null;
