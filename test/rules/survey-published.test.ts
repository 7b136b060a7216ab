import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkPublished,
  parsePublishedList,
  renderPublishedList,
} from '../../server/survey/published-list.ts';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);
const codes = (list: Record<string, string>, present: Record<string, string>) =>
  checkPublished(list, new Map(Object.entries(present))).map(({ name, fault }) => `${name} ${fault.code}`);

describe('the list of published surveys', () => {
  test('finds nothing wrong where every file is as it was', () => {
    expect(codes({ common: A, 'x/v1': B }, { common: A, 'x/v1': B })).toEqual([]);
  });

  test('does not mind drafts', () => {
    expect(codes({ common: A }, { common: A, 'x/v1': B })).toEqual([]);
  });

  test('reports a file that was edited after publication', () => {
    expect(codes({ common: A, 'x/v1': B }, { common: B, 'x/v1': A })).toEqual([
      'common published-edited',
      'x/v1 published-edited',
    ]);
  });

  test('reports a missing published file', () => {
    expect(codes({ common: A, 'x/v1': B }, { common: A })).toEqual(['x/v1 published-missing']);
  });

  test('reports a common.json that is not listed', () => {
    expect(codes({}, { common: A })).toEqual(['common not-listed']);
  });

  test.each([
    ['no JSON', '{', 'bad-json', ''],
    ['a list', '[]', 'wrong-type', ''],
    ['a hash in capitals', `{"common": "${'A'.repeat(64)}"}`, 'bad-text', 'common'],
    ['a name that is no survey', `{"x": "${A}"}`, 'bad-text', 'x'],
    ['a version with a leading nought', `{"x/v01": "${A}"}`, 'bad-text', '["x/v01"]'],
  ])('is refused with %s', (_, text, code, field) => {
    expect(parsePublishedList(text)).toMatchObject({ ok: false, faults: [{ code, field }] });
  });

  test('comes back the same when written and read, sorted by name', () => {
    const name = fc.oneof(
      fc.constant('common'),
      fc
        .tuple(fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/), fc.integer({ min: 1, max: 999 }))
        .map(([id, n]) => `${id}/v${n}`),
    );
    fc.assert(
      fc.property(fc.dictionary(name, fc.stringMatching(/^[0-9a-f]{64}$/)), (list) => {
        const text = renderPublishedList(list);
        expect(parsePublishedList(text)).toEqual({ ok: true, value: { ...list } });
        expect(Object.keys(JSON.parse(text))).toEqual(Object.keys(list).sort());
      }),
    );
  });
});
