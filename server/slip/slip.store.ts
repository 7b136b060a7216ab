import type { Day } from '../lib/day.ts';
import { inChunks, rewriteRows } from '../storage/rows.ts';
import type { Database, Db, Trx } from '../storage/schema.ts';
import type { SlipBatch } from './slip-batch.ts';

export type SlipKey = Readonly<Database['spent_slips']>;

/** Returns false if a batch with that id exists. */
export async function insertSlipBatch(
  trx: Trx,
  batch: SlipBatch,
  hashes: readonly string[],
): Promise<boolean> {
  const inserted = await trx
    .insertInto('slip_batches')
    .values(batch)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) return false;
  const rows = [...hashes].sort().map((hash) => ({ hash, batch_id: batch.id }));
  for (const chunk of inChunks(rows)) await trx.insertInto('slips').values(chunk).execute();
  return true;
}

export const listSlipBatches = (db: Db | Trx, unitCode: string): Promise<SlipBatch[]> =>
  db
    .selectFrom('slip_batches')
    .selectAll()
    .where('unit_code', '=', unitCode)
    .orderBy('issued_on', 'desc')
    .orderBy('id')
    .execute();

export async function findSlip(
  db: Db | Trx,
  hash: string,
): Promise<{ readonly batch: SlipBatch; readonly isUsed: boolean } | undefined> {
  const batch = await db
    .selectFrom('slips')
    .innerJoin('slip_batches', 'slip_batches.id', 'slips.batch_id')
    .selectAll('slip_batches')
    .where('slips.hash', '=', hash)
    .executeTakeFirst();
  if (!batch) return undefined;
  const spent = await db
    .selectFrom('spent_slips')
    .select('hash')
    .where('batch_id', '=', batch.id)
    .where('hash', '=', hash)
    .executeTakeFirst();
  return { batch, isUsed: spent !== undefined };
}

/**
 * Returns the hashes that were not spent before. The unique constraint decides this instead of a preceding read, so
 * concurrent calls are safe.
 */
export async function spendSlips(trx: Trx, slips: readonly SlipKey[]): Promise<ReadonlySet<string>> {
  if (slips.length === 0) return new Set();
  const rows = await trx
    .insertInto('spent_slips')
    // A fixed order, so that two processes that spend the same slips cannot deadlock.
    .values([...slips].sort((a, b) => (a.hash < b.hash ? -1 : 1)))
    .onConflict((conflict) => conflict.doNothing())
    .returning('hash')
    .execute();
  return new Set(rows.map(({ hash }) => hash));
}

/**
 * Rewrites a batch's used slips in key order, so that their physical order does not reveal the order of arrival.
 */
export const reorderSpentSlips = (trx: Trx, batchId: string): Promise<void> =>
  rewriteRows(trx, 'spent_slips', 'batch_id', batchId, ['hash']);

export const listBatchesExpiringFrom = (db: Db | Trx, day: Day): Promise<SlipBatch[]> =>
  db.selectFrom('slip_batches').selectAll().where('expires_on', '>=', day).orderBy('id').execute();

export async function countSpentSlips(db: Db | Trx, batchId: string): Promise<number> {
  const row = await db
    .selectFrom('spent_slips')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('batch_id', '=', batchId)
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}

export const listSlipUses = (db: Db | Trx): Promise<Database['slip_uses'][]> =>
  db.selectFrom('slip_uses').selectAll().orderBy('batch_id').orderBy('week').execute();

export async function addSlipUses(trx: Trx, batchId: string, week: string, used: number): Promise<void> {
  await trx
    .insertInto('slip_uses')
    .values({ batch_id: batchId, week, used })
    .onConflict((conflict) =>
      conflict
        .columns(['batch_id', 'week'])
        .doUpdateSet((eb) => ({ used: eb('slip_uses.used', '+', eb.ref('excluded.used')) })),
    )
    .execute();
}
