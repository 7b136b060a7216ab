import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { inTransaction } from '../../server/storage/transaction.ts';
import { insertPublicEvent, listPublicEvents } from '../../server/unit/public-event.store.ts';
import type { PublicEvent } from '../../server/unit/public-event.ts';
import { insertUnit } from '../../server/unit/unit.store.ts';
import { EMPTY_PROFILE } from '../../server/unit/unit.ts';
import { DATABASES } from '../helpers/databases.ts';

const unit = (code: string) => ({
  code,
  official_code: null,
  ...EMPTY_PROFILE,
  name: 'UBND xã Đông Sơn',
  receiver: 'Sở Nội vụ',
  contact_phone: null,
  opened_on: '2024-01-01',
});
const restored = (day: string, copied_on: string | null): PublicEvent => ({
  day,
  kind: 'restored',
  params: { copied_on },
});

for (const database of DATABASES) {
  describe.skipIf(database.isSkipped)(`public lines on ${database.name}`, () => {
    async function openWithUnits() {
      const db = await database.open();
      await inTransaction(db, async (trx) => {
        await insertUnit(trx, unit('a'));
        await insertUnit(trx, unit('b'));
      });
      return db;
    }

    it('come in the order in which they were written, each to its unit, the same line twice', async () => {
      const db = await openWithUnits();
      const lines = [restored('2024-02-05', '2024-02-04'), restored('2024-02-01', null)];
      await inTransaction(db, async (trx) => {
        for (const line of [...lines, ...lines]) await insertPublicEvent(trx, 'a', line);
        await insertPublicEvent(trx, 'b', restored('2024-03-01', null));
      });
      expect(await listPublicEvents(db, 'a')).toEqual([...lines, ...lines]);
      expect(await listPublicEvents(db, 'b')).toHaveLength(1);
    });

    it('are neither changed nor deleted', async () => {
      const db = await openWithUnits();
      await inTransaction(db, (trx) => insertPublicEvent(trx, 'a', restored('2024-02-05', null)));
      await expect(sql`update public_events set day = '2020-01-01'`.execute(db)).rejects.toThrow(
        /append-only/,
      );
      await expect(sql`delete from public_events`.execute(db)).rejects.toThrow(/append-only/);
      expect(await listPublicEvents(db, 'a')).toHaveLength(1);
    });

    it('are refused when their params do not fit their kind', async () => {
      const db = await openWithUnits();
      const wrong = {
        day: '2024-02-05',
        kind: 'restored',
        params: { copied_on: 'yesterday' },
      } as PublicEvent;
      await expect(inTransaction(db, (trx) => insertPublicEvent(trx, 'a', wrong))).rejects.toThrow();
      expect(await listPublicEvents(db, 'a')).toEqual([]);
    });
  });
}
