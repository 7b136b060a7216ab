import type { Role } from '../staff/role.ts';
import type { User } from '../staff/user.ts';

const makeUp = (name: string, role: Role): User => ({
  id: 'demo',
  name,
  full_name: 'Demo',
  role,
  counters: null,
  is_active: false,
  has_password: false,
  created_at: '2023-12-04T00:00:00+07:00',
});

/** Who is made up to have done the counter's daily work; nobody can sign in by this name. */
export const MADE_UP_STAFF = makeUp('motcua', 'staff');
/** Who is made up to have overseen it; nobody can sign in by this name. */
export const MADE_UP_SUPERVISOR = makeUp('giamsat', 'supervisor');
