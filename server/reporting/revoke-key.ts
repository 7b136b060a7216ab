import type { Actor } from '../act/act.ts';
import { recordAct } from '../act/record-act.ts';
import { dayOf } from '../lib/day.ts';
import { AppError } from '../lib/errors.ts';
import type { Deps } from '../storage/deps.ts';
import { inTransaction } from '../storage/transaction.ts';
import { findApiKey, revokeApiKey } from './api-key.store.ts';

interface Revocation {
  readonly name: string;
  /** False when the key had been revoked before. */
  readonly isNew: boolean;
}

/**
 * Revokes a key for ever, from the next request on. `actor` null: the server's console.
 * @throws AppError `not-found` `key-unknown`
 */
export function revokeKey(deps: Deps, actor: Actor | null, id: string): Promise<Revocation> {
  return inTransaction(deps.db, async (trx) => {
    const key = await findApiKey(trx, id);
    if (!key) throw new AppError('not-found', 'key-unknown', { id });
    const isNew = await revokeApiKey(trx, id, dayOf(deps.clock.now()));
    if (isNew) await recordAct(trx, deps, actor, 'api-key-revoked', { name: key.name });
    return { name: key.name, isNew };
  });
}
