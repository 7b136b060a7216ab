import { describe, expect, it } from 'vitest';
import {
  findApiKey,
  findApiKeyByHash,
  insertApiKey,
  listApiKeys,
  revokeApiKey,
} from '../../server/reporting/api-key.store.ts';
import type { ApiKey } from '../../server/reporting/api-key.ts';
import { inTransaction } from '../../server/storage/transaction.ts';
import { DATABASES } from '../helpers/databases.ts';

const key = (given: Partial<ApiKey> = {}): ApiKey => ({
  id: 'a'.repeat(32),
  name: 'Phòng Nội vụ',
  hash: '1'.repeat(64),
  units: ['dong-son', 'tan-lap'],
  created_on: '2024-01-29',
  expires_on: '2024-12-31',
  revoked_on: null,
  ...given,
});

describe.each(DATABASES.filter(({ isSkipped }) => !isSkipped))('keys on $name', (database) => {
  it('come back as they were stored, by their hash and by their id', async () => {
    const db = await database.open();
    const all = key({ id: 'b'.repeat(32), hash: '2'.repeat(64), units: null, expires_on: null });
    await inTransaction(db, async (trx) => {
      await insertApiKey(trx, key());
      await insertApiKey(trx, all);
    });
    expect(await findApiKeyByHash(db, '1'.repeat(64))).toEqual(key());
    expect(await findApiKeyByHash(db, '2'.repeat(64))).toEqual(all);
    expect(await findApiKeyByHash(db, '3'.repeat(64))).toBeUndefined();
    expect(await findApiKeyByHash(db, "' or 1=1 --")).toBeUndefined();
    expect(await findApiKey(db, 'b'.repeat(32))).toEqual(all);
    expect(await findApiKey(db, '1'.repeat(64))).toBeUndefined();
  });

  it('cannot share a hash', async () => {
    const db = await database.open();
    await inTransaction(db, (trx) => insertApiKey(trx, key()));
    const twin = inTransaction(db, (trx) => insertApiKey(trx, key({ id: 'c'.repeat(32) })));
    await expect(twin).rejects.toThrow();
    expect(await listApiKeys(db)).toEqual([key()]);
  });

  it('are revoked once, and keep the first day', async () => {
    const db = await database.open();
    await inTransaction(db, (trx) => insertApiKey(trx, key()));
    const revoke = (id: string, day: string) => inTransaction(db, (trx) => revokeApiKey(trx, id, day));
    expect(await revoke(key().id, '2024-03-01')).toBe(true);
    expect(await revoke(key().id, '2024-04-01')).toBe(false);
    expect(await revoke('d'.repeat(32), '2024-04-01')).toBe(false);
    expect(await findApiKeyByHash(db, key().hash)).toEqual(key({ revoked_on: '2024-03-01' }));
  });

  it('are listed by name', async () => {
    const db = await database.open();
    await inTransaction(db, async (trx) => {
      for (const [index, name] of ['C', 'A', 'B'].entries()) {
        await insertApiKey(trx, key({ id: String(index).repeat(32), hash: String(index).repeat(64), name }));
      }
    });
    expect((await listApiKeys(db)).map(({ name }) => name)).toEqual(['A', 'B', 'C']);
  });
});
