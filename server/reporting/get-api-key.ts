import type { Clock } from '../lib/clock.ts';
import { dayOf } from '../lib/day.ts';
import { AppError } from '../lib/errors.ts';
import type { Db } from '../storage/schema.ts';
import { findApiKeyByHash } from './api-key.store.ts';
import { type ApiKey, findKeyFault, hashApiKey, parseBearer } from './api-key.ts';

/**
 * Authenticates an `Authorization` header.
 * @throws AppError `unauthorised`: `key-missing`, `key-unknown`, `key-expired`, `key-revoked`. Only somebody
 * who sends a key that once was valid learns that it has expired or was revoked.
 */
export async function getApiKey(db: Db, clock: Clock, header: string): Promise<ApiKey> {
  if (!/^Bearer( |$)/i.test(header)) throw new AppError('unauthorised', 'key-missing');
  const text = parseBearer(header);
  const key = text === null ? undefined : await findApiKeyByHash(db, hashApiKey(text));
  if (!key) throw new AppError('unauthorised', 'key-unknown');
  const fault = findKeyFault(key, dayOf(clock.now()));
  if (fault !== null) throw new AppError('unauthorised', fault);
  return key;
}
