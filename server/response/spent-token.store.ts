import type { Day } from '../lib/day.ts';
import { insertRows, rewriteRows } from '../storage/rows.ts';
import type { Trx } from '../storage/schema.ts';

/**
 * Returns the hashes that were not spent before. The unique constraint decides this instead of a preceding read, so
 * concurrent calls are safe.
 */
export async function spendTokens(
  trx: Trx,
  hashes: readonly string[],
  expiresOn: Day,
): Promise<ReadonlySet<string>> {
  const spent = await insertRows(trx, {
    table: 'spent_tokens',
    columns: ['hash', 'expires_on'],
    // A fixed order, so that two processes that spend the same tokens cannot deadlock.
    rows: [...hashes].sort().map((hash) => [hash, expiresOn]),
    onConflict: 'skip',
    returning: 'hash',
  });
  return new Set(spent as string[]);
}

export async function findSpentTokens(trx: Trx, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  if (hashes.length === 0) return new Set();
  const rows = await trx.selectFrom('spent_tokens').select('hash').where('hash', 'in', hashes).execute();
  return new Set(rows.map((row) => row.hash));
}

/** Rewrites a day's rows in key order, so that their physical order does not reveal the order of arrival. */
export const reorderSpentTokens = (trx: Trx, expiresOn: Day): Promise<void> =>
  rewriteRows(trx, 'spent_tokens', 'expires_on', expiresOn, ['hash']);

/** Expired tokens are rejected by their age, so their rows are not needed. */
export async function deleteExpiredTokens(trx: Trx, today: Day): Promise<void> {
  await trx.deleteFrom('spent_tokens').where('expires_on', '<', today).execute();
}
