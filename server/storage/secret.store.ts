import type { Random } from '../lib/random.ts';
import type { Db } from './schema.ts';
import { inTransaction } from './transaction.ts';

const SECRET_BYTES = 32;

/** Creates the secret on first use and stores it in the database. */
export async function getOrMakeSecret(db: Db, random: Random, name: string): Promise<Uint8Array> {
  return inTransaction(db, async (trx) => {
    await trx
      .insertInto('secrets')
      .values({ name, value: Buffer.from(random.bytes(SECRET_BYTES)).toString('base64url') })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const row = await trx
      .selectFrom('secrets')
      .select('value')
      .where('name', '=', name)
      .executeTakeFirstOrThrow();
    return Buffer.from(row.value, 'base64url');
  });
}
