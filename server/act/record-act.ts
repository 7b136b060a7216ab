import { toVietnamTime } from '../lib/day.ts';
import { makeId } from '../lib/random.ts';
import type { Deps } from '../storage/deps.ts';
import type { Trx } from '../storage/schema.ts';
import { insertAct } from './act.store.ts';
import type { ActKind, Actor, ActParams } from './act.ts';

/**
 * Adds an entry to the audit log in the transaction of the change, so that neither is stored without the other.
 * `actor` is null for the server's console.
 */
export const recordAct = (
  trx: Trx,
  { clock, random }: Pick<Deps, 'clock' | 'random'>,
  actor: Actor | null,
  kind: ActKind,
  params: ActParams,
): Promise<void> =>
  insertAct(trx, { id: makeId(random), at: toVietnamTime(clock.now()), actor, kind, params });
