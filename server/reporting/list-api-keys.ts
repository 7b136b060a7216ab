import { dayOf } from '../lib/day.ts';
import { AppError } from '../lib/errors.ts';
import type { Deps } from '../storage/deps.ts';
import type { Db } from '../storage/schema.ts';
import { findApiKey, listApiKeys } from './api-key.store.ts';
import { type ApiKey, findKeyFault } from './api-key.ts';

type KeyState = 'active' | 'expired' | 'revoked';

/** A key as shown in lists, without its hash. */
interface ListedKey extends Omit<ApiKey, 'hash'> {
  readonly state: KeyState;
}

const STATES = { 'key-revoked': 'revoked', 'key-expired': 'expired' } as const;

/** All keys, including expired and revoked ones: active keys first, then by name. */
export async function listKeys({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<ListedKey[]> {
  const today = dayOf(clock.now());
  const keys = (await listApiKeys(db)).map((key) => {
    const { hash: _, ...shown } = key;
    const fault = findKeyFault(key, today);
    return { ...shown, state: fault === null ? ('active' as const) : STATES[fault] };
  });
  return keys.sort((a, b) => Number(b.state === 'active') - Number(a.state === 'active'));
}

/** @throws AppError `not-found` `key-unknown` */
export async function getKeyName(db: Db, id: string): Promise<string> {
  const key = await findApiKey(db, id);
  if (!key) throw new AppError('not-found', 'key-unknown', { id });
  return key.name;
}
