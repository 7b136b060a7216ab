import { describe, expect, it } from 'vitest';
import type { Actor } from '../../server/act/act.ts';
import { loadActs } from '../../server/act/record-act.ts';
import { addDays } from '../../server/lib/day.ts';
import { createSeededRandom } from '../../server/lib/seeded-random.ts';
import type { Db } from '../../server/storage/schema.ts';
import { inTransaction } from '../../server/storage/transaction.ts';
import {
  addToIntakeCounts,
  deleteIntakeCounts,
  listCountsOf,
  listIntakeCounts,
  reorderIntakeCounts,
} from '../../server/trust/intake-count.store.ts';
import { countMeasures } from '../../server/trust/intake-measures.ts';
import { countHours, HOUR_MEASURES, readHours } from '../../server/trust/odd-hours.ts';
import { ruleStates } from '../../server/trust/rule-settings.ts';
import { beginRules, switchOnRules } from '../../server/trust/switch-on-rules.ts';
import { listDatedSettings } from '../../server/unit/dated-setting.store.ts';
import { insertInstallation, updateInstallation } from '../../server/unit/installation.store.ts';
import { planSetting } from '../../server/unit/plan-change.ts';
import { listPublicEvents } from '../../server/unit/public-event.store.ts';
import { RULE_IDS, RULE_SETTING_NAMES, type RuleId } from '../../server/unit/rule-setting.ts';
import { insertUnit } from '../../server/unit/unit.store.ts';
import { EMPTY_PROFILE } from '../../server/unit/unit.ts';
import { DATABASES } from '../helpers/databases.ts';
import { createTestClock } from '../helpers/test-app.ts';

const TODAY = '2024-01-29';
const ACTOR: Actor = { id: '1'.repeat(32), name: 'quan-ly' };
const unit = (code: string, opened_on: string) => ({
  code,
  official_code: null,
  ...EMPTY_PROFILE,
  name: 'UBND xã Đông Sơn',
  receiver: 'Sở Nội vụ',
  contact_phone: null,
  opened_on,
});
const ballot = { pace: 3, inWindow: 2, inRow: 1, fromNetwork: 1 };

for (const database of DATABASES) {
  describe.skipIf(database.isSkipped)(`rules that set ballots aside on ${database.name}`, () => {
    const clock = createTestClock();
    const parts = (db: Db) => ({ db, clock, random: createSeededRandom('rules') });

    async function openWithUnits() {
      const db = await database.open();
      clock.set(`${TODAY}T08:00:00+07:00`);
      await inTransaction(db, async (trx) => {
        await insertUnit(trx, unit('new', TODAY));
        await insertUnit(trx, unit('old', '2023-06-01'));
      });
      return db;
    }

    /** Changes a rule; returns the codes of the faults that prevented it. */
    async function changeRule(
      db: Db,
      code: string,
      id: RuleId,
      typed: { readonly state: string; readonly threshold: string },
    ): Promise<string[]> {
      const result = await planSetting(parts(db), ACTOR, code, RULE_SETTING_NAMES[id], typed, true);
      return result.outcome === 'faults' ? result.faults.map((fault) => fault.code) : [];
    }

    const find = async (db: Db, code: string, id: string, day = TODAY) =>
      ruleStates(await listDatedSettings(db, code), day).find((rule) => rule.id === id);

    it('begin with a unit, and for an older one on the day of the upgrade, with a public line; once', async () => {
      const db = await openWithUnits();
      await beginRules(db, TODAY);
      await beginRules(db, addDays(TODAY, 3));
      for (const code of ['new', 'old']) {
        const rows = await listDatedSettings(db, code);
        expect(rows.map(({ name, since }) => [name, since]).sort()).toEqual([
          ['rule_burst', TODAY],
          ['rule_foreign_form', TODAY],
          ['rule_repeat_device', TODAY],
          ['rule_same_run', TODAY],
          ['rule_too_fast', TODAY],
        ]);
      }
      expect(await listPublicEvents(db, 'new')).toEqual([]);
      expect(await listPublicEvents(db, 'old')).toEqual([
        { day: TODAY, kind: 'rules-begun', params: { rules: [...RULE_IDS] } },
      ]);
    });

    it('change from the next day on, with a public line and an act; the day itself is not touched', async () => {
      const db = await openWithUnits();
      await beginRules(db, TODAY);
      const typed = { state: 'on', threshold: '1' };
      expect(await changeRule(db, 'old', 'repeat-device', typed)).toEqual([]);
      expect(await find(db, 'old', 'repeat-device')).toMatchObject({
        threshold: 2,
        next: { threshold: 1, since: '2024-01-30' },
      });
      expect(await find(db, 'old', 'repeat-device', '2024-01-30')).toMatchObject({ threshold: 1 });
      expect(await find(db, 'new', 'repeat-device', '2024-01-30')).toMatchObject({ threshold: 2 });
      expect((await listPublicEvents(db, 'old')).at(-1)).toEqual({
        day: TODAY,
        kind: 'rule-changed',
        params: {
          rule: 'repeat-device',
          since: '2024-01-30',
          is_on: true,
          threshold: 1,
          was_on: true,
          was_threshold: 2,
        },
      });
      const { acts } = await loadActs(db, null);
      expect(acts).toMatchObject([
        {
          actor: ACTOR,
          kind: 'rule-changed',
          params: { rule: 'repeat-device', since: '2024-01-30', state: 'on', threshold: 1 },
        },
      ]);
    });

    it('do not change twice in a day, not to what they are, and not to what they cannot be', async () => {
      const db = await openWithUnits();
      await beginRules(db, TODAY);
      const change = (state: string, threshold: string) =>
        changeRule(db, 'new', 'repeat-device', { state, threshold });
      expect(await change('', 'mười')).toEqual(['state-missing', 'threshold-invalid']);
      for (const wrong of ['', '0', '21', '1,5', '-1', '1e1', '２', '99999'])
        expect(await change('on', wrong), wrong).toEqual(['threshold-invalid']);
      expect(await change('on', ' 2 ')).toEqual(['value-same']);
      expect(await listPublicEvents(db, 'new')).toEqual([]);
      const both = await Promise.all([change('off', '2'), change('off', '2')]);
      expect(both.sort()).toEqual([[], ['value-same', 'planned-later']]);
      expect(await change('on', '5')).toEqual(['planned-later']);
      expect(await listPublicEvents(db, 'new')).toHaveLength(1);
      clock.set('2024-01-30T08:00:00+07:00');
      expect(await change('on', '5')).toEqual([]);
    });

    it('count how ballots came in: sums by pace, maxima by day, each unit and day apart', async () => {
      const db = await openWithUnits();
      await inTransaction(db, async (trx) => {
        await addToIntakeCounts(
          trx,
          'new',
          TODAY,
          countMeasures([ballot, { ...ballot, pace: 0.1, inWindow: 5, inRow: 3 }]),
        );
        await addToIntakeCounts(
          trx,
          'new',
          TODAY,
          countMeasures([{ ...ballot, pace: 0.2, inWindow: 1, inRow: 4 }]),
        );
        await addToIntakeCounts(trx, 'new', addDays(TODAY, 1), countMeasures([ballot]));
        await addToIntakeCounts(trx, 'old', TODAY, countMeasures([ballot]));
      });
      const listed = async (before: string) =>
        (await listIntakeCounts(db, 'new', before)).map(({ measure, n }) => `${measure} ${n}`).sort();
      const ofDay = ['busiest 5', 'pace-00 2', 'pace-12 1', 'run 4'];
      expect(await listed(addDays(TODAY, 1))).toEqual(ofDay);
      await inTransaction(db, (trx) => reorderIntakeCounts(trx, TODAY));
      expect(await listed(addDays(TODAY, 1))).toEqual(ofDay);
      expect(await listed(addDays(TODAY, 2))).toHaveLength(7);
      await inTransaction(db, (trx) => deleteIntakeCounts(trx, addDays(TODAY, 1), TODAY));
      expect(await listed(addDays(TODAY, 2))).toEqual(['busiest 2', 'pace-12 1', 'run 1']);
      expect(await listIntakeCounts(db, 'old', addDays(TODAY, 9))).toEqual([]);
    });

    it('count hours apart, keep them longer, and learn nothing from them', async () => {
      const db = await openWithUnits();
      const hours = countHours([
        { isOdd: true, isSlip: false },
        { isOdd: true, isSlip: false },
        { isOdd: true, isSlip: true },
        { isOdd: false, isSlip: true },
        { isOdd: null, isSlip: false },
      ]);
      await inTransaction(db, async (trx) => {
        for (const day of [TODAY, TODAY, addDays(TODAY, 1)]) await addToIntakeCounts(trx, 'new', day, hours);
        await addToIntakeCounts(trx, 'new', TODAY, countMeasures([ballot]));
      });
      const listed = async () =>
        readHours(await listCountsOf(db, 'new', HOUR_MEASURES, TODAY, addDays(TODAY, 9)));
      const second = { day: addDays(TODAY, 1), others: 2, slips: 1 };
      expect(await listed()).toEqual([{ day: TODAY, others: 4, slips: 2 }, second]);
      expect(await listCountsOf(db, 'old', HOUR_MEASURES, TODAY, addDays(TODAY, 9))).toEqual([]);
      expect((await listIntakeCounts(db, 'new', addDays(TODAY, 9))).map(({ measure }) => measure)).toEqual([
        'busiest',
        'pace-12',
        'run',
      ]);
      await inTransaction(db, (trx) => deleteIntakeCounts(trx, addDays(TODAY, 9), addDays(TODAY, 1)));
      expect(await listed()).toEqual([second]);
    });

    it('get thresholds of the unit’s own from tomorrow after twenty working days, once, with a public line', async () => {
      const db = await openWithUnits();
      await beginRules(db, TODAY);
      const many = countMeasures(Array.from({ length: 10 }, () => ballot));
      // Starts on a Monday: the twentieth working day is the Friday of the fourth week.
      for (let day = 0; day < 26; day += 1) {
        const at = addDays(TODAY, day);
        await inTransaction(db, (trx) => addToIntakeCounts(trx, 'new', at, many));
        clock.set(`${at}T23:00:00+07:00`);
        expect(await switchOnRules(db, clock), at).toEqual([]);
      }
      clock.set('2024-02-24T00:06:00+07:00');
      const learned = ['too-fast', 'same-run', 'burst'];
      expect(await switchOnRules(db, clock)).toEqual(learned);
      expect(await switchOnRules(db, clock)).toEqual([]);
      const states = ruleStates(await listDatedSettings(db, 'new'), '2024-02-24');
      expect(states.map(({ id, is_on, next }) => [id, is_on, next?.threshold, next?.since])).toEqual([
        ['foreign-form', true, undefined, undefined],
        ['repeat-device', true, undefined, undefined],
        ['too-fast', true, 2, '2024-02-25'],
        ['same-run', true, 10, '2024-02-25'],
        ['burst', true, 5, '2024-02-25'],
      ]);
      const events = await listPublicEvents(db, 'new');
      expect(events.map(({ day, kind }) => `${day} ${kind}`)).toEqual(
        learned.map(() => '2024-02-24 rule-learned'),
      );
      // The other unit has no history.
      expect((await listDatedSettings(db, 'old')).map(({ name }) => name)).toHaveLength(5);
    });

    it('that somebody has set get no other threshold by themselves, and none from a trial', async () => {
      const db = await openWithUnits();
      expect(await changeRule(db, 'new', 'burst', { state: 'off', threshold: '9' })).toEqual([]);
      const many = countMeasures(Array.from({ length: 10 }, () => ballot));
      for (let day = 0; day < 30; day += 1)
        await inTransaction(db, (trx) => addToIntakeCounts(trx, 'new', addDays(TODAY, day), many));
      clock.set('2024-03-01T00:06:00+07:00');
      await inTransaction(db, (trx) => insertInstallation(trx, '1'.repeat(32), null));
      expect(await switchOnRules(db, clock)).toEqual([]);
      await inTransaction(db, (trx) => updateInstallation(trx, { official_since: '2024-02-29' }));
      expect(await switchOnRules(db, clock)).toEqual(['too-fast', 'same-run']);
    });
  });
}
