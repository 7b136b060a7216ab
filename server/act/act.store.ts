import type { Db, Trx } from '../storage/schema.ts';
import type { Act, ActKind, ActParams } from './act.ts';

export async function insertAct(trx: Trx, { id, at, actor, kind, params }: Act): Promise<void> {
  await trx
    .insertInto('acts')
    .values({
      id,
      at,
      actor_id: actor?.id ?? null,
      actor_name: actor?.name ?? null,
      kind,
      params: JSON.stringify(params),
    })
    .execute();
}

/** Newest first. `before` is a cursor: returns only acts that are older, by time and then id. */
export async function listActs(
  db: Db | Trx,
  limit: number,
  before: { readonly at: string; readonly id: string } | null,
): Promise<Act[]> {
  let query = db.selectFrom('acts').selectAll().orderBy('at', 'desc').orderBy('id', 'desc').limit(limit);
  if (before !== null) {
    const { at, id } = before;
    query = query.where((where) =>
      where.or([where('at', '<', at), where.and([where('at', '=', at), where('id', '<', id)])]),
    );
  }
  return (await query.execute()).map((row) => ({
    id: row.id,
    at: row.at,
    actor: row.actor_id === null ? null : { id: row.actor_id, name: row.actor_name ?? '' },
    kind: row.kind as ActKind,
    params: JSON.parse(row.params) as ActParams,
  }));
}

/** Compares as text, because all times of acts have Vietnam's offset. */
export async function countActsSince(db: Db | Trx, day: string): Promise<number> {
  const row = await db
    .selectFrom('acts')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('at', '>=', day)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}
