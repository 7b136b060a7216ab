import { describe, expect, it } from 'vitest';
import { recordAct } from '../../server/act/record-act.ts';
import { runDailyWork } from '../../server/daily-work.ts';
import { recount } from '../../server/response/recount.ts';
import { verifySeals } from '../../server/seal/verify-seals.ts';
import { inTransaction } from '../../server/storage/transaction.ts';
import { insertPublicEvent } from '../../server/unit/public-event.store.ts';
import { DATABASES } from '../helpers/databases.ts';
import { asOwner } from '../helpers/sealed-office.ts';
import { signInAs } from '../helpers/staff-client.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

const SINCE = '2024-01-29';

/** An installation that used features removed since: another headline figure, the question about suggested answers. */
async function openOffice(db: Awaited<ReturnType<(typeof DATABASES)[number]['open']>>): Promise<TestApp> {
  const testApp = await createTestApp({ db });
  const { clock, random } = testApp.context;
  const [counter] = testApp.counters;
  const unit_code = counter!.unit_code;
  await inTransaction(db, async (trx) => {
    const rows = [
      ['headline_figure', '"single-use"'],
      ['suggestion_tick', '"on"'],
    ].map(([name = '', value = '']) => ({ unit_code, name, since: SINCE, value }));
    await trx.insertInto('dated_settings').values(rows).execute();
    const headline = { since: SINCE, from: 'all', to: 'single-use' } as const;
    await insertPublicEvent(trx, unit_code, { day: SINCE, kind: 'headline-changed', params: headline });
    const tick = { since: SINCE, from: 'off', to: 'on' } as const;
    await insertPublicEvent(trx, unit_code, { day: SINCE, kind: 'suggestion-tick-changed', params: tick });
    const actor = { id: '1'.repeat(32), name: 'quan-ly' };
    const parts = { clock, random };
    await recordAct(trx, parts, actor, 'headline-figure-changed', { since: SINCE, to: 'single-use' });
    await recordAct(trx, parts, actor, 'suggestion-tick-changed', { since: SINCE, to: 'on' });
  });
  await testApp.storeMany(
    Array.from({ length: 20 }, (_, person) => ({
      counter_code: counter!.code,
      channel: person < 10 ? ('slip' as const) : ('poster' as const),
      answers: { levels: { overall: person < 10 ? 5 : 1 }, why: {}, suggested: person < 3 },
    })),
  );
  return testApp;
}

describe.each(DATABASES.filter(({ isSkipped }) => !isSkipped))(
  'what dropped settings left in a database on $name',
  (database) => {
    it('is read: lines stay public, ballots with the tick are sealed and counted with it', async () => {
      const testApp = await openOffice(await database.open());
      const { db, surveys } = testApp.context;
      testApp.setTime('2024-01-30T00:06:00+07:00');
      await runDailyWork(testApp.context);
      const ticks = await db.selectFrom('ballots').select('suggested').execute();
      expect(
        ticks
          .map(({ suggested }) => suggested)
          .sort()
          .join(''),
      ).toBe(`${'0'.repeat(17)}111`);
      expect(await recount(db, surveys, 'dong-son')).toEqual([]);
      const verify = async () => (await verifySeals(db, surveys, 'dong-son', '2026-11-30')).fault;
      expect(await verify()).toBeNull();
      await asOwner(db, () => db.updateTable('ballots').set({ suggested: 0 }).execute());
      expect(await verify()).toMatchObject({ kind: 'ballots', day: SINCE });

      const results = await (await testApp.get('/ket-qua')).text();
      expect(results).toContain(
        'từ 29/01/2024 kết quả chính tính trên riêng phiếu phát tay, trước đó tính trên mọi phiếu',
      );
      expect(results).toContain('cuối phiếu có thêm ô “Có người gợi ý tôi chọn câu trả lời”');
      const administrator = await signInAs(testApp, { role: 'administrator' });
      const log = await (await administrator.get('/quan-tri/nhat-ky')).text();
      expect(log).toContain('kết quả chính tính trên riêng phiếu phát tay');
      expect(log).toContain('phiếu có ô “Có người gợi ý tôi chọn câu trả lời”');
      for (const path of ['/quan-tri/con-so-chinh', '/quan-tri/o-goi-y'])
        expect((await administrator.get(path)).status, path).toBe(404);
    });

    it('changes no figure: all ballots come first, slips beside them, and no form asks', async () => {
      const testApp = await openOffice(await database.open());
      const code = testApp.counters[0]!.code;
      expect(await (await testApp.get(`/k/${code}`)).text()).not.toContain('suggested');
      testApp.setTime('2024-01-30T00:06:00+07:00');
      await runDailyWork(testApp.context);
      const { report } = await (await testApp.get('/ket-qua.json?ky=BC-2024-Q1')).json();
      expect(report).toMatchObject({
        headline: 'all',
        suggested: null,
        indicator: { numerator: 10, denominator: 20 },
      });
      const leader = await signInAs(testApp, { role: 'leader' });
      const html = await (await leader.get('/lanh-dao?ky=BC-2024-02')).text();
      expect(html).toContain('Mới có 10 phiếu; 10 phiếu hài lòng');
      expect(html).toMatch(/class="headline[\s\S]*Chỉ tính phiếu phát tay/);
    });
  },
);
