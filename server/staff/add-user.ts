import type { RoleChoice } from '../../web/types/account.ts';
import type { Fault } from '../../web/types/fault.ts';
import type { Actor } from '../act/act.ts';
import { recordAct } from '../act/record-act.ts';
import { toVietnamTime } from '../lib/day.ts';
import { makeId } from '../lib/random.ts';
import { normaliseLine, truncateText } from '../lib/text.ts';
import type { Deps } from '../storage/deps.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import { listCounters } from '../unit/counter.store.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { renewLink } from './make-link.ts';
import { parseRoles, type Role } from './role.ts';
import { insertUser } from './user.store.ts';
import { FULL_NAME_LIMIT, parseUserName, type User } from './user.ts';

/** Validates roles and counters of a form. A supervisor oversees all other roles, so can have none of them. */
export async function checkRoles(
  db: Db | Trx,
  { roles: names, allCounters, counters }: RoleChoice,
): Promise<{ roles: Role[]; counters: string[] | null; faults: Fault[] }> {
  const roles = parseRoles(names);
  const faults: Fault[] = [];
  if (roles.length === 0 || roles.length < names.length) faults.push({ field: 'role', code: 'role-missing' });
  if (roles.includes('supervisor') && roles.length > 1)
    faults.push({ field: 'role', code: 'supervisor-alone' });
  const isStaffAlone = roles.length === 1 && roles[0] === 'staff';
  if (!isStaffAlone || allCounters) return { roles, counters: null, faults };
  const unit = await getMainUnit(db);
  const known = (await listCounters(db, unit.code)).map(({ code }) => code);
  const chosen = known.filter((code) => counters.includes(code));
  if (chosen.length === 0 || counters.some((code) => !known.includes(code))) {
    faults.push({ field: 'counters', code: 'counters-missing' });
  }
  return { roles, counters: chosen, faults };
}

type AddUserResult =
  | { readonly outcome: 'done'; readonly user: User; readonly code: string }
  | { readonly outcome: 'faults'; readonly faults: readonly Fault[] };

/** Returns the one-time code with which the person chooses a password, or all faults. */
export async function addUser(
  deps: Deps,
  actor: Actor | null,
  given: RoleChoice & { readonly name: string; readonly full_name: string },
): Promise<AddUserResult> {
  const { db, clock, random } = deps;
  const name = parseUserName(given.name);
  const fullName = normaliseLine(given.full_name);
  const faults: Fault[] = [];
  if (fullName === '') faults.push({ field: 'full_name', code: 'full-name-missing' });
  if (truncateText(fullName, FULL_NAME_LIMIT) !== fullName) {
    faults.push({ field: 'full_name', code: 'full-name-long' });
  }
  if (name === null) faults.push({ field: 'name', code: 'user-name-form' });
  const { roles, counters, faults: ofRoles } = await checkRoles(db, given);
  faults.push(...ofRoles);
  if (faults.length > 0 || name === null) return { outcome: 'faults', faults };

  return inTransaction(db, async (trx): Promise<AddUserResult> => {
    const user: User = {
      id: makeId(random),
      name,
      full_name: fullName,
      roles,
      counters,
      is_active: true,
      has_password: false,
      created_at: toVietnamTime(clock.now()),
    };
    if (!(await insertUser(trx, user))) {
      return { outcome: 'faults', faults: [{ field: 'name', code: 'user-name-taken' }] };
    }
    await recordAct(trx, deps, actor, 'user-added', { user: name, role: roles.join(' ') });
    return { outcome: 'done', user, code: await renewLink(trx, deps, 'set-password', user.id, actor?.name) };
  });
}
