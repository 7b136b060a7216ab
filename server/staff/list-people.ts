import { toVietnamTime } from '../lib/day.ts';
import { AppError } from '../lib/errors.ts';
import type { Deps } from '../storage/deps.ts';
import { findFactor, listFactorUsers } from './second-factor.store.ts';
import { listPhones } from './session.store.ts';
import { findUser, listUsers } from './user.store.ts';

/** Includes disabled accounts; sorted by name. */
export async function listPeople({ db, clock }: Pick<Deps, 'db' | 'clock'>) {
  const phones = await listPhones(db, toVietnamTime(clock.now()), null);
  const users = await listUsers(db);
  const having = await listFactorUsers(db);
  return users.map((user) => ({
    user,
    hasFactor: having.has(user.id),
    phones: phones.filter(({ user_id }) => user_id === user.id),
  }));
}

/** @throws AppError `not-found` `user-unknown`. */
export async function getPerson({ db, clock }: Pick<Deps, 'db' | 'clock'>, id: string) {
  const user = await findUser(db, id);
  if (!user) throw new AppError('not-found', 'user-unknown');
  const hasFactor = (await findFactor(db, id))?.confirmed_at != null;
  return { user, hasFactor, phones: await listPhones(db, toVietnamTime(clock.now()), id) };
}
