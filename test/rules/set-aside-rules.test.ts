import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../server/lib/day.ts';
import {
  type FormSource,
  type IntakeFacts,
  isForeignForm,
  isTooFast,
  judgeBallot,
  paceOf,
} from '../../server/trust/judge-ballot.ts';
import { ruleOnDay, ruleStates, rulesOnDay, toDatedSetting } from '../../server/trust/rule-settings.ts';
import type { DatedSetting } from '../../server/unit/dated-setting.ts';
import {
  FIRST_RULES,
  fitsRule,
  RULE_IDS,
  type RuleId,
  THRESHOLD_RANGES,
} from '../../server/unit/rule-setting.ts';

const OWN = ['khaosat.example.gov.vn', '192.168.1.5:8080'];
const from = (given: Partial<FormSource>): FormSource => ({
  fetchSite: null,
  origin: null,
  ownHosts: OWN,
  ...given,
});
const NO_FACTS: IntakeFacts = {
  source: null,
  sentToday: null,
  pace: null,
  sameBefore: null,
  countedInWindow: null,
};
const facts = (given: Partial<IntakeFacts>): IntakeFacts => ({ ...NO_FACTS, ...given });
const rule = (id: RuleId, threshold: number | null, is_on = true) => ({ id, threshold, is_on });
const FOREIGN = from({ fetchSite: 'cross-site' });

describe('a form of another site', () => {
  it.each<[string, Partial<FormSource>]>([
    ['the browser says that it is another site', { fetchSite: 'cross-site' }],
    ['even where the origin looks like ours', { fetchSite: 'cross-site', origin: `https://${OWN[0]}` }],
    ['an old browser names another origin', { origin: 'https://evil.example' }],
    ['a neighbour below the same domain', { fetchSite: 'same-site', origin: 'https://other.example.gov.vn' }],
    ['our name with another port', { origin: 'http://192.168.1.5:9090' }],
    ['our name as a part of theirs', { origin: `https://${OWN[0]}.evil.example` }],
  ])('is one when %s', (_, source) => {
    expect(isForeignForm(from(source))).toBe(true);
  });

  it.each<[string, Partial<FormSource>]>([
    ['an old phone says nothing', {}],
    ['the browser says that it is our page', { fetchSite: 'same-origin', origin: `https://${OWN[0]}` }],
    ['… under a name that we do not know', { fetchSite: 'same-origin', origin: 'https://alias.example' }],
    ['the origin is hidden', { origin: 'null' }],
    ['the origin is no origin', { origin: 'javascript:alert(1)' }],
    ['the origin is empty', { origin: '' }],
    ['the address was typed', { fetchSite: 'none' }],
    ['our page came over the other scheme', { origin: `http://${OWN[0]}` }],
    ['our page was called in capitals', { origin: 'HTTPS://KHAOSAT.example.gov.vn' }],
    ['the local network has our page', { origin: 'http://192.168.1.5:8080' }],
  ])('is none when %s', (_, source) => {
    expect(isForeignForm(from(source))).toBe(false);
  });

  it('is decided for whatever is sent as an origin', () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.string()), (origin, fetchSite) => {
        expect(typeof isForeignForm(from({ origin, fetchSite }))).toBe('boolean');
      }),
    );
  });
});

describe('a ballot', () => {
  it('counts where nothing is known, whatever the rules are', () => {
    const all = RULE_IDS.map((id) => rule(id, THRESHOLD_RANGES[id]?.min ?? null));
    expect(judgeBallot(all, NO_FACTS)).toBeNull();
    expect(judgeBallot([], facts({ source: FOREIGN, sentToday: 99 }))).toBeNull();
  });

  it.each<[RuleId, number | null, Partial<IntakeFacts>, Partial<IntakeFacts>]>([
    ['repeat-device', 2, { sentToday: 1 }, { sentToday: 2 }],
    ['same-run', 20, { sameBefore: 19 }, { sameBefore: 20 }],
    ['burst', 10, { countedInWindow: 9 }, { countedInWindow: 10 }],
    ['too-fast', 0.75, { pace: 0.75 }, { pace: 0.74 }],
    ['foreign-form', null, { source: from({}) }, { source: FOREIGN }],
  ])(
    'meets %s exactly beyond its threshold of %s, and only where the rule is on',
    (id, at, below, beyond) => {
      expect(judgeBallot([rule(id, at)], facts(below))).toBeNull();
      expect(judgeBallot([rule(id, at)], facts(beyond))).toBe(id);
      expect(judgeBallot([rule(id, at, false)], facts(beyond))).toBeNull();
    },
  );

  it('that meets several rules keeps the first of them as its reason', () => {
    const met = facts({ source: FOREIGN, sentToday: 5, pace: 0, sameBefore: 500, countedInWindow: 500 });
    const on = RULE_IDS.map((id) => rule(id, THRESHOLD_RANGES[id]?.min ?? null));
    for (let start = 0; start < on.length; start += 1) {
      expect(judgeBallot(on.slice(start), met)).toBe(RULE_IDS[start]);
    }
  });

  it('that is set aside at a threshold is so at every stricter one', () => {
    const count = fc.integer({ min: 0, max: 600 });
    fc.assert(
      fc.property(count, count, count, (fact, one, other) => {
        const [strict, lax] = one < other ? [one, other] : [other, one];
        const given = facts({ sentToday: fact });
        const isAside = (at: number) => judgeBallot([rule('repeat-device', at)], given) !== null;
        expect(isAside(strict) || !isAside(lax)).toBe(true);
      }),
    );
  });
});

describe('the pace of a ballot', () => {
  it('is the time for each question that was answered', () => {
    expect(paceOf(14_000, 7)).toBe(2);
    expect(paceOf(3_000, 1)).toBe(3);
  });

  it('is never below nothing, though clocks differ', () => {
    expect(paceOf(-5_000, 1)).toBe(0);
  });

  it('does not make two taps faster than eight', () => {
    expect(isTooFast(paceOf(3_000, 1), 0.75)).toBe(false);
    expect(isTooFast(paceOf(3_000, 8), 0.75)).toBe(true);
  });
});

describe('the rules of a day', () => {
  const rows: DatedSetting[] = [
    toDatedSetting('repeat-device', '2024-02-01', { is_on: true, threshold: 3 }),
    toDatedSetting('repeat-device', '2024-01-01', { is_on: true, threshold: 2 }),
    toDatedSetting('repeat-device', '2024-02-02', { is_on: false, threshold: 3 }),
    { name: 'target_percent', since: '2024-01-01', value: 90 },
  ];

  it('are those of the latest row that is not in the future, wherever it stands', () => {
    const on = (day: Day) => ruleOnDay(rows, 'repeat-device', day);
    expect(on('2024-01-31')).toMatchObject({ is_on: true, threshold: 2, since: '2024-01-01' });
    expect(on('2024-02-01')).toMatchObject({ is_on: true, threshold: 3, since: '2024-02-01' });
    expect(on('2024-12-31')).toMatchObject({ is_on: false, threshold: 3, since: '2024-02-02' });
  });

  it('are all on from the first day, with thresholds that no honest office reaches', () => {
    const on = rulesOnDay([], '2024-01-29').filter(({ is_on }) => is_on);
    expect(on.map(({ id, threshold }) => [id, threshold])).toEqual([
      ['foreign-form', null],
      ['repeat-device', 2],
      ['too-fast', 0.5],
      ['same-run', 20],
      ['burst', 30],
    ]);
    expect(rulesOnDay([], '2024-01-29').map(({ id }) => id)).toEqual(RULE_IDS);
    for (const id of RULE_IDS) expect(fitsRule(id, FIRST_RULES[id]), id).toBe(true);
  });

  it('come with what is decided for the next day', () => {
    const find = (today: Day) => ruleStates(rows, today).find(({ id }) => id === 'repeat-device');
    expect(find('2024-01-30')?.next).toBeNull();
    expect(find('2024-01-31')?.next).toMatchObject({ threshold: 3, since: '2024-02-01' });
    expect(find('2024-02-01')?.next).toMatchObject({ is_on: false, since: '2024-02-02' });
    expect(find('2024-02-02')?.next).toBeNull();
  });

  it('have thresholds inside their range, in whole steps, and none where there is none', () => {
    expect(fitsRule('repeat-device', { is_on: true, threshold: 21 })).toBe(false);
    expect(fitsRule('repeat-device', { is_on: true, threshold: 1.5 })).toBe(false);
    expect(fitsRule('repeat-device', { is_on: true, threshold: null })).toBe(false);
    expect(fitsRule('too-fast', { is_on: true, threshold: 0.75 })).toBe(true);
    expect(fitsRule('too-fast', { is_on: true, threshold: 0.8 })).toBe(false);
    expect(fitsRule('foreign-form', { is_on: false, threshold: null })).toBe(true);
    expect(fitsRule('foreign-form', { is_on: false, threshold: 2 })).toBe(false);
  });
});
