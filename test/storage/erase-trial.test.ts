import { describe, expect, test } from 'vitest';
import { systemRandom } from '../../server/lib/random.ts';
import { storeResponses } from '../../server/response/store-responses.ts';
import { startOfficial } from '../../server/start/start-official.ts';
import { scrubDatabase } from '../../server/storage/dialect.ts';
import { inTransaction } from '../../server/storage/transaction.ts';
import { countReceived } from '../../server/tally/tally.store.ts';
import { DATABASES } from '../helpers/databases.ts';
import { acceptedBallot, fillOffice, storeBallots, UNIT } from '../helpers/sealed-office.ts';

describe.each(DATABASES.filter(({ isSkipped }) => !isSkipped))('the official start on $name', (database) => {
  test('erases sealed days in one transaction, and keeps later forms of the trial out', async () => {
    const db = await database.open();
    const clock = await fillOffice(db);
    await inTransaction(db, async (trx) => {
      await trx
        .insertInto('installation')
        .values({ id: 'f'.repeat(32), is_local_only: 1, has_traces: 0 })
        .execute();
      await trx.updateTable('units').set({ contact_phone: '0200 000 000', kind: 'phường' }).execute();
      const act = { at: '2024-01-29T08:00:00+07:00', actor_name: 'a', params: '{}' };
      const user = {
        name: 'a',
        full_name: 'A',
        counters: null,
        password_hash: null,
        is_active: 1,
        created_at: act.at,
      };
      await trx
        .insertInto('users')
        .values({ ...user, id: 'a', roles: 'leader' })
        .execute();
      await trx
        .insertInto('acts')
        .values({ ...act, id: 'a', kind: 'comments-marked', actor_id: 'a' })
        .execute();
      for (const [name, value] of [
        ['target_percent', '90'],
        ['target_document', '"Kế hoạch số 12"'],
      ] as const)
        await trx
          .insertInto('dated_settings')
          .values({ unit_code: UNIT, name, since: '2024-01-01', value })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
    });
    const erased = await countReceived(db, UNIT);
    const deps = { db, clock, random: systemRandom, config: { publicUrl: null } };
    expect(await startOfficial(deps, null, erased + 1)).toEqual({ refused: 'count-differs' });
    expect(await countReceived(db, UNIT)).toBe(erased);
    const before = clock.now();
    expect(await startOfficial(deps, null, erased)).toEqual({ erased });
    await scrubDatabase(db);
    expect(await countReceived(db, UNIT)).toBe(0);
    expect(await db.selectFrom('day_seals').selectAll().execute()).toEqual([]);
    expect(await startOfficial(deps, null, 0)).toEqual({ refused: 'official' });

    const late = acceptedBallot({ issuedAt: before });
    expect(await inTransaction(db, (trx) => storeResponses(trx, clock, systemRandom, [late]))).toEqual([
      'trial-form',
    ]);
    expect(await countReceived(db, UNIT)).toBe(0);
    await storeBallots(db, clock, 1);
    expect(await countReceived(db, UNIT)).toBe(1);
    // The triggers that protect official data are active again.
    await expect(
      db
        .deleteFrom('closed_reports')
        .execute()
        .then(() => db.deleteFrom('public_events').execute()),
    ).rejects.toThrow();
  });
});
