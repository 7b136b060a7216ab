import { describe, expect, it } from 'vitest';
import {
  type ClosedReport,
  findClosedReport,
  insertClosedReport,
  listLatestRevisions,
} from '../../server/reporting/closed-report.store.ts';
import { inTransaction } from '../../server/storage/transaction.ts';
import { DATABASES } from '../helpers/databases.ts';

const report = (given: Partial<ClosedReport> = {}): ClosedReport => ({
  unit_code: 'dong-son',
  period: '2024-W05',
  revision: 1,
  sha256: 'ab',
  body: '{"name":"UBND xã Đông Sơn","n":1.50}',
  ...given,
});

describe.each(DATABASES.filter(({ isSkipped }) => !isSkipped))('closed reports on $name', (database) => {
  it('come back byte for byte', async () => {
    const db = await database.open();
    await inTransaction(db, (trx) => insertClosedReport(trx, report()));
    expect(await findClosedReport(db, 'dong-son', '2024-W05')).toEqual(report());
    expect(await findClosedReport(db, 'dong-son', '2024-W06')).toBeUndefined();
    expect(await findClosedReport(db, 'tan-lap', '2024-W05')).toBeUndefined();
  });

  it('are what came first when two processes close the same period', async () => {
    const db = await database.open();
    await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        inTransaction(db, (trx) => insertClosedReport(trx, report({ body: `${index}` }))),
      ),
    );
    const first = await findClosedReport(db, 'dong-son', '2024-W05');
    await inTransaction(db, (trx) => insertClosedReport(trx, report({ body: 'late' })));
    expect(await findClosedReport(db, 'dong-son', '2024-W05')).toEqual(first);
    expect(await db.selectFrom('closed_reports').selectAll().execute()).toEqual([first]);
  });

  it('are found by their latest revision, and all stay', async () => {
    const db = await database.open();
    for (const revision of [2, 10, 1]) {
      await inTransaction(db, (trx) => insertClosedReport(trx, report({ revision, body: `${revision}` })));
    }
    expect((await findClosedReport(db, 'dong-son', '2024-W05'))?.revision).toBe(10);
    expect(await db.selectFrom('closed_reports').selectAll().execute()).toHaveLength(3);
    expect((await listLatestRevisions(db, 'dong-son')).map(({ period }) => period)).toEqual(['2024-W05']);
  });

  it('can be neither changed nor deleted', async () => {
    const db = await database.open();
    await inTransaction(db, (trx) => insertClosedReport(trx, report()));
    await expect(db.updateTable('closed_reports').set({ body: '{}' }).execute()).rejects.toThrow(
      'append-only',
    );
    await expect(db.deleteFrom('closed_reports').execute()).rejects.toThrow('append-only');
    expect(await findClosedReport(db, 'dong-son', '2024-W05')).toEqual(report());
  });
});
