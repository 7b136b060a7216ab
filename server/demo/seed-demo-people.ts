import { toVietnamTime } from '../lib/day.ts';
import { makeId } from '../lib/random.ts';
import { renewLink } from '../staff/make-link.ts';
import { ROLES, type Role } from '../staff/role.ts';
import { insertUser } from '../staff/user.store.ts';
import type { Deps } from '../storage/deps.ts';
import { inTransaction } from '../storage/transaction.ts';

/** Adds one temporary account per role. Its sign-in code can be used any number of times. */
export function seedDemoPeople({
  db,
  clock,
  random,
}: Deps): Promise<{ readonly role: Role; readonly code: string }[]> {
  return inTransaction(db, async (trx) => {
    const people: { role: Role; code: string }[] = [];
    for (const role of ROLES) {
      const id = makeId(random);
      await insertUser(trx, {
        id,
        name: `demo-${role}`,
        full_name: `Demo ${role}`,
        role,
        counters: null,
        is_active: true,
        has_password: false,
        created_at: toVietnamTime(clock.now()),
      });
      people.push({ role, code: await renewLink(trx, { clock, random }, 'demo', id) });
    }
    return people;
  });
}
