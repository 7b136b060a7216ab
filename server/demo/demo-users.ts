import type { Role } from '../staff/role.ts';
import type { User } from '../staff/user.ts';

const demoUser = (name: string, role: Role): User => ({
  id: 'demo',
  name,
  full_name: 'Demo',
  role,
  counters: null,
  is_active: false,
  has_password: false,
  created_at: '2023-12-04T00:00:00+07:00',
});

/** The demo's staff member, who did the daily work; cannot sign in. */
export const DEMO_STAFF = demoUser('motcua', 'staff');
/** The demo's supervisor; cannot sign in. */
export const DEMO_SUPERVISOR = demoUser('giamsat', 'supervisor');
