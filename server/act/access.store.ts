import type { Db, Trx } from '../storage/schema.ts';
import type { Access, AccessKind } from './access.ts';

/** Adds the counts to existing rows with the same time, person, kind and detail. */
export async function addAccess(trx: Trx, rows: readonly Access[]): Promise<void> {
  for (const row of rows)
    await trx
      .insertInto('access_log')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(['at', 'user_name', 'kind', 'detail'])
          .doUpdateSet((eb) => ({ count: eb('access_log.count', '+', row.count) })),
      )
      .execute();
}

/** Newest first. `userName`: null for everybody, '' for user names without an account. */
export async function listAccess(
  db: Db | Trx,
  { userName, kind }: { readonly userName: string | null; readonly kind: AccessKind | null },
  limit: number,
  offset: number,
): Promise<Access[]> {
  let query = db.selectFrom('access_log').selectAll();
  if (userName !== null) query = query.where('user_name', '=', userName);
  if (kind !== null) query = query.where('kind', '=', kind);
  const rows = await query
    .orderBy('at', 'desc')
    .orderBy('user_name')
    .orderBy('kind')
    .orderBy('detail')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as AccessKind }));
}

export async function deleteAccessBefore(trx: Trx, at: string): Promise<void> {
  await trx.deleteFrom('access_log').where('at', '<', at).execute();
}
