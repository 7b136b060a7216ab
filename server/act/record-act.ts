import { toVietnamTime } from '../lib/day.ts';
import { makeId } from '../lib/random.ts';
import type { Deps } from '../storage/deps.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { insertAct, listActs } from './act.store.ts';
import type { ActKind, Actor, ActParams } from './act.ts';

/**
 * Adds an entry to the audit log in the transaction of the change, so that either both or neither are stored.
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

const ACTS_PAGE_SIZE = 50;

const CURSOR = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00)_([\da-f]{32})$/;

/**
 * Newest first. An invalid cursor gives the first page; `next` is the cursor of the next page, null on the last.
 */
export async function loadActs(db: Db, cursor: string | null) {
  const [, at, id] = CURSOR.exec(cursor ?? '') ?? [];
  const before = at === undefined || id === undefined ? null : { at, id };
  const acts = await listActs(db, ACTS_PAGE_SIZE + 1, before);
  const shown = acts.slice(0, ACTS_PAGE_SIZE);
  const last = acts.length > ACTS_PAGE_SIZE ? shown.at(-1) : undefined;
  return { acts: shown, next: last ? `${last.at}_${last.id}` : null };
}
