import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Counter, type CounterSuccessor, findOpenSuccessor } from '../../server/unit/counter.ts';
import { isNameTaken, parseCounterChannel, parseCounterForm } from '../../server/unit/counter-form.ts';
import { type ClosingPlan, planClosing, planMerging } from '../../server/unit/manage-counters.ts';
import { EMPTY_PROFILE } from '../../server/unit/unit.ts';

const counter = (code: string, is_open = true, name = `Quầy ${code}`): Counter => ({
  code,
  unit_code: 'dong-son',
  position: 1,
  name,
  channel: 'poster',
  field: null,
  is_open,
});
const to = (counter_code: string, successor_code: string, is_merged = false): CounterSuccessor => ({
  counter_code,
  successor_code,
  is_merged,
});

describe('the form of a counter', () => {
  const counters = [counter('aaaaa', true, 'Đất đai'), counter('bbbbb', false, 'Hộ tịch')];
  const faultsOf = (name: string, field = '', code: string | null = null) =>
    parseCounterForm({ name, field }, code, counters, ['land']).faults.map((fault) => fault.code);

  it('wants a name that no other open counter has, whatever its capitals and its form', () => {
    for (const name of ['Đất đai', ' ĐẤT   ĐAI ', 'đất đai'.normalize('NFD')]) {
      expect(faultsOf(name), name).toEqual(['counter-name-taken']);
      expect(faultsOf(name, '', 'aaaaa'), name).toEqual([]);
    }
    expect(faultsOf('Dat dai')).toEqual([]);
    expect(faultsOf('Hộ tịch')).toEqual([]);
    expect(isNameTaken(counters, 'Hộ tịch', null)).toBe(false);
  });

  it('tells all its faults at once', () => {
    expect(faultsOf('', 'fishing')).toEqual(['counter-name-missing', 'field-unknown']);
    expect(faultsOf('x'.repeat(121), 'land')).toEqual(['counter-name-long']);
  });

  it('knows no field for "citizens are asked"', () => {
    expect(parseCounterForm({ name: 'Quầy 9', field: '' }, null, counters, ['land']).field).toBeNull();
    expect(parseCounterForm({ name: 'Quầy 9', field: 'land' }, null, counters, ['land']).field).toBe('land');
  });

  it('takes the channels of a poster and of a link, and no other', () => {
    expect(['poster', 'link', 'slip', 'paper', ''].map(parseCounterChannel)).toEqual([
      'poster',
      'link',
      null,
      null,
      null,
    ]);
  });
});

describe('the way from a closed counter', () => {
  it('leads to the counter that was named, and on where that one was closed since', () => {
    const counters = [counter('a', false), counter('b', false), counter('c'), counter('d')];
    expect(findOpenSuccessor('a', [to('a', 'c')], counters)?.code).toBe('c');
    expect(findOpenSuccessor('a', [to('a', 'b', true), to('b', 'd')], counters)?.code).toBe('d');
  });

  it('leads nowhere where none was named, or none of them is open', () => {
    const counters = [counter('a', false), counter('b', false)];
    expect(findOpenSuccessor('a', [], counters)).toBeNull();
    expect(findOpenSuccessor('a', [to('a', 'b')], counters)).toBeNull();
  });

  it('ends in an open counter or nowhere, and always ends, whatever rows there are', () => {
    const code = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const rows = fc.uniqueArray(fc.tuple(code, code), { selector: ([from]) => from });
    fc.assert(
      fc.property(rows, fc.subarray(['a', 'b', 'c', 'd']), (pairs, open) => {
        const counters = ['a', 'b', 'c', 'd'].map((each) => counter(each, open.includes(each)));
        const successors = pairs.map(([from, target]) => to(from, target));
        const found = findOpenSuccessor('a', successors, counters);
        if (found !== null) expect(open).toContain(found.code);
        const direct = successors.find((row) => row.counter_code === 'a')?.successor_code;
        if (direct !== undefined && direct !== 'a' && open.includes(direct)) expect(found?.code).toBe(direct);
      }),
    );
  });
});

describe('a closing', () => {
  const unit = {
    code: 'dong-son',
    official_code: null,
    ...EMPTY_PROFILE,
    name: 'UBND xã Đông Sơn',
    receiver: 'Sở Nội vụ',
    contact_phone: null,
    opened_on: '2024-01-01',
  };
  const among = (counters: readonly Counter[], isMerged = false) => ({
    unit,
    counter: counters[0]!,
    counters,
    successors: [],
    isMerged,
  });
  const codes = ({ faults }: ClosingPlan) => faults.map(({ code }) => code);
  const [first, second, closed] = [counter('22222'), counter('33333'), counter('44444', false)];

  it('names an open counter, or none', () => {
    const counters = among([first, second, closed]);
    expect(planClosing(counters, '33333')).toEqual({ successor: second, faults: [] });
    expect(planClosing(counters, '')).toEqual({ successor: null, faults: [] });
    for (const wrong of ['22222', '44444', '55555', 'x']) {
      expect(codes(planClosing(counters, wrong)), wrong).toEqual(['successor-unknown']);
    }
  });

  it('leaves one counter open at least', () => {
    expect(codes(planClosing(among([first, closed]), ''))).toEqual(['last-open']);
    expect(codes(planMerging(among([first, closed]), '44444'))).toEqual(['into-missing']);
  });

  it('merges once, into an open counter that has to be named', () => {
    expect(planMerging(among([first, second]), '33333')).toEqual({ successor: second, faults: [] });
    expect(planMerging(among([closed, second]), '33333').faults).toEqual([]);
    expect(codes(planMerging(among([first, second]), ''))).toEqual(['into-missing']);
    expect(codes(planMerging(among([first, second]), '22222'))).toEqual(['into-missing']);
    expect(codes(planMerging(among([closed, second], true), '33333'))).toEqual(['merged-already']);
  });
});
