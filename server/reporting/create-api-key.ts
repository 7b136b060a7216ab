import type { Actor } from '../act/act.ts';
import { recordAct } from '../act/record-act.ts';
import type { Clock } from '../lib/clock.ts';
import { type Day, dayOf } from '../lib/day.ts';
import { AppError } from '../lib/errors.ts';
import { makeId, type Random } from '../lib/random.ts';
import { normaliseLine } from '../lib/text.ts';
import type { Db } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import { listUnits } from '../unit/unit.store.ts';
import { insertApiKey } from './api-key.store.ts';
import { hashApiKey, makeApiKey } from './api-key.ts';
import { findKeyRequestFaults } from './api-key-request.ts';

export interface ApiKeyRequest {
  /** Name of the key, 1–120 code points. */
  readonly name: string;
  /** Codes of units whose reports the key can read; null for all units. */
  readonly units: readonly string[] | null;
  /** The last valid day, in Vietnam; null: valid until revoked. */
  readonly expiresOn: Day | null;
  /** User for the audit log; null or absent: the server's console. */
  readonly actor?: Actor | null;
}

/**
 * Creates a key and returns it. The key cannot be shown again, because only its hash is stored.
 * @throws AppError `invalid`: `key-name-missing`, `key-name-too-long`, `key-units-missing`, `unit-unknown`
 * (param `unit`), `day-malformed`, `day-past` (the key would never be valid).
 */
export async function createApiKey(
  db: Db,
  random: Random,
  clock: Clock,
  { name, units, expiresOn, actor = null }: ApiKeyRequest,
): Promise<string> {
  const today = dayOf(clock.now());
  const [fault] = findKeyRequestFaults({ name, expiresOn }, today);
  if (fault) throw new AppError('invalid', fault.code, fault.params);
  const checkedName = normaliseLine(name);
  const key = makeApiKey(random);
  await inTransaction(db, async (trx) => {
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
    await recordAct(trx, { clock, random }, actor, 'api-key-created', { name: checkedName });
  });
  return key;
}
