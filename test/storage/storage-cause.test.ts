import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { storageCauseOf } from '../../server/storage/storage-cause.ts';
import { createTestApp } from '../helpers/test-app.ts';

describe('the cause of a failed statement', () => {
  it('is a full disk, not the rollback that follows; the ballot is kept on the page', async () => {
    const testApp = await createTestApp();
    const { db } = testApp.context;
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
    await sql`pragma max_page_count = ${sql.lit(rows[0]?.page_count ?? 1)}`.execute(db);
    const code = testApp.counters[0]?.code ?? '';
    const comment = 'Góp ý rất dài '.repeat(60);
    let refused: Response | null = null;
    for (let count = 0; refused === null && count < 200; count += 1) {
      const response = await testApp.submit(code, { 'q.overall': '4', comment });
      if (response.status !== 303) refused = response;
    }
    expect(refused?.status).toBe(503);
    expect(await refused?.text()).toContain('Góp ý rất dài');
    const ready = await testApp.get('/readyz');
    expect([ready.status, await ready.text()]).toEqual([503, 'database: full']);
    await sql`pragma max_page_count = 1000000`.execute(db);
    expect((await testApp.submit(code, { 'q.overall': '4' })).status).toBe(303);
    expect((await testApp.get('/readyz')).status).toBe(200);
  });

  it.each([
    ['SQLITE_BUSY_SNAPSHOT', 'busy'],
    ['SQLITE_FULL', 'full'],
    ['ENOSPC', 'full'],
    ['SQLITE_READONLY', 'read-only'],
    ['EROFS', 'read-only'],
    ['EACCES', 'no-rights'],
    ['SQLITE_CANTOPEN', 'no-rights'],
    ['SQLITE_CORRUPT_INDEX', 'damaged'],
    ['57P01', 'unreachable'],
    ['ECONNREFUSED', 'unreachable'],
    ['55P03', 'busy'],
    ['57014', 'slow'],
    ['53100', 'full'],
    ['23505', null],
  ])('%s is %s', (code, cause) => {
    expect(storageCauseOf(Object.assign(new Error('x'), { code }))).toBe(cause);
  });

  it('distinguishes a connection that was cut from one that never came, which have no codes', () => {
    const causeOf = (message: string) => storageCauseOf(new Error(message));
    expect(causeOf('Connection terminated due to connection timeout')).toBe('slow');
    expect(causeOf('timeout exceeded when trying to connect')).toBe('slow');
    expect(causeOf('Connection terminated unexpectedly')).toBe('unreachable');
    expect(causeOf('something else')).toBeNull();
  });
});
