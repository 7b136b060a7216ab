import type { rolesVi } from './roles.vi.ts';

/** The roles as people call them, by name. */
export const rolesEn: typeof rolesVi = {
  staff: 'Staff',
  leader: 'Leader',
  supervisor: 'Supervisor',
  administrator: 'Administrator',
};
