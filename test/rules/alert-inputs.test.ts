import { describe, expect, it } from 'vitest';
import { countBatches } from '../../server/alert/batch-use.ts';

describe('batches', () => {
  const batch = (id: string, issued_on: string) => ({
    id,
    unit_code: 'dong-son',
    counter_code: 'a',
    issued_by: 'can-bo',
    issued_on,
    expires_on: '2024-06-30',
    slips: 100,
  });
  const uses = [
    { batch_id: 'a', week: '2024-W05', used: 20 },
    { batch_id: 'a', week: '2024-W06', used: 30 },
    { batch_id: 'b', week: '2024-W06', used: 7 },
  ];
  const count = (to: string) =>
    countBatches([batch('a', '2024-01-29'), batch('b', '2024-02-06')], uses, to).map(
      ({ id, used, counted_to }) => [id, used, counted_to],
    );

  it('have what was used by the weeks that have begun, and the day to which that is known', () => {
    expect(count('2024-01-28')).toEqual([]);
    expect(count('2024-02-04')).toEqual([['a', 20, '2024-02-04']]);
    expect(count('2024-02-07')).toEqual([
      ['a', 50, '2024-02-07'],
      ['b', 7, '2024-02-07'],
    ]);
    expect(count('2024-05-01')).toEqual([
      ['a', 50, '2024-02-11'],
      ['b', 7, '2024-02-11'],
    ]);
    expect(countBatches([batch('c', '2024-02-06')], uses, '2024-05-01')[0]).toMatchObject({
      used: 0,
      counted_to: '2024-02-06',
    });
  });
});
