import type { Fault } from '../../web/types/fault.ts';
import type { Actor } from '../act/act.ts';
import { recordAct } from '../act/record-act.ts';
import { type Day, dayOf, isDay } from '../lib/day.ts';
import { AppError } from '../lib/errors.ts';
import { makeId } from '../lib/random.ts';
import { normaliseLine, truncateText } from '../lib/text.ts';
import type { Deps } from '../storage/deps.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import { listUnits } from '../unit/unit.store.ts';
import { findApiKey, findApiKeyByHash, insertApiKey, listApiKeys, revokeApiKey } from './api-key.store.ts';
import { type ApiKey, hashApiKey, makeApiKey, parseBearer, stateOfKey } from './api-key.ts';

export interface ApiKeyRequest {
  /** 1–120 code points. */
  readonly name: string;
  /** Codes of units whose reports the key can read; null for all units. */
  readonly units: readonly string[] | null;
  /** The last valid day, in Vietnam; null: valid until revoked. */
  readonly expiresOn: Day | null;
  /** User in the audit log; null or absent for the server's console. */
  readonly actor?: Actor | null;
}

/**
 * Returns the key, which cannot be shown again, because only its hash is stored.
 * @throws AppError `invalid`: `key-name-missing`, `key-name-too-long`, `key-units-missing`, `unit-unknown` (param
 * `unit`), `day-malformed`, `day-past` (the key would never be valid).
 */
export async function createApiKey(
  deps: Deps,
  { name, units, expiresOn, actor = null }: ApiKeyRequest,
): Promise<string> {
  const { random } = deps;
  const today = dayOf(deps.clock.now());
  const [fault] = findKeyRequestFaults({ name, expiresOn }, today);
  if (fault) throw new AppError('invalid', fault.code, fault.params);
  const checkedName = normaliseLine(name);
  const key = makeApiKey(random);
  await inTransaction(deps.db, async (trx) => {
    const codes = new Set((await listUnits(trx)).map((unit) => unit.code));
    const unknown = units?.find((code) => !codes.has(code));
    if (unknown !== undefined) throw new AppError('invalid', 'unit-unknown', { unit: unknown });
    if (units?.length === 0) throw new AppError('invalid', 'key-units-missing');
    await insertApiKey(trx, {
      id: makeId(random),
      name: checkedName,
      hash: hashApiKey(key),
      units: units === null ? null : [...new Set(units)].sort(),
      created_on: today,
      expires_on: expiresOn,
      revoked_on: null,
    });
    await recordAct(trx, deps, actor, 'api-key-created', { name: checkedName });
  });
  return key;
}

/** In Unicode code points. */
const KEY_NAME_LIMIT = 120;

/** Returns all faults of the request, not only the first. An expiry day in the past is a fault. */
export function findKeyRequestFaults(
  { name, expiresOn }: { readonly name: string; readonly expiresOn: Day | null },
  today: Day,
): Fault[] {
  const faults: Fault[] = [];
  const own = normaliseLine(name);
  if (own === '') faults.push({ field: 'name', code: 'key-name-missing' });
  if (truncateText(own, KEY_NAME_LIMIT) !== own) {
    faults.push({ field: 'name', code: 'key-name-too-long', params: { limit: KEY_NAME_LIMIT } });
  }
  if (expiresOn !== null && !isDay(expiresOn)) {
    faults.push({ field: 'expires', code: 'day-malformed', params: { day: expiresOn } });
  } else if (expiresOn !== null && expiresOn < today) {
    faults.push({ field: 'expires', code: 'day-past', params: { day: expiresOn } });
  }
  return faults;
}

/** @throws AppError `not-found` `key-unknown` */
export async function getKeyById(db: Db | Trx, id: string): Promise<ApiKey> {
  const key = await findApiKey(db, id);
  if (!key) throw new AppError('not-found', 'key-unknown', { id });
  return key;
}

/**
 * Revokes a key for ever, from the next request on. `actor` is null for the server's console. `isNew` is false when
 * the key had been revoked before.
 * @throws AppError `not-found` `key-unknown`
 */
export function revokeKey(
  deps: Deps,
  actor: Actor | null,
  id: string,
): Promise<{ readonly name: string; readonly isNew: boolean }> {
  return inTransaction(deps.db, async (trx) => {
    const { name } = await getKeyById(trx, id);
    const isNew = await revokeApiKey(trx, id, dayOf(deps.clock.now()));
    if (isNew) await recordAct(trx, deps, actor, 'api-key-revoked', { name });
    return { name, isNew };
  });
}

/** Without the hashes; includes expired and revoked keys. Active keys first, then by name. */
export async function listKeys({ db, clock }: Pick<Deps, 'db' | 'clock'>) {
  const today = dayOf(clock.now());
  const keys = (await listApiKeys(db)).map(({ hash, ...key }) => ({ ...key, state: stateOfKey(key, today) }));
  return keys.sort((a, b) => Number(b.state === 'active') - Number(a.state === 'active'));
}

/**
 * Authenticates an `Authorization` header.
 * @throws AppError `unauthorised`: `key-missing`, `key-unknown`, `key-expired`, `key-revoked`. The last two are
 * only for clients that send a key which was valid before.
 */
export async function getApiKey({ db, clock }: Pick<Deps, 'db' | 'clock'>, header: string): Promise<ApiKey> {
  if (!/^Bearer( |$)/i.test(header)) throw new AppError('unauthorised', 'key-missing');
  const text = parseBearer(header);
  const key = text === null ? undefined : await findApiKeyByHash(db, hashApiKey(text));
  if (!key) throw new AppError('unauthorised', 'key-unknown');
  const state = stateOfKey(key, dayOf(clock.now()));
  if (state !== 'active') throw new AppError('unauthorised', `key-${state}`);
  return key;
}
