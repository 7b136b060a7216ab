import { describe, expect, it } from 'vitest';
import { countBatches } from '../../server/alert/count-batches.ts';
import { toDayCounts } from '../../server/alert/day-counts.ts';
import { toWeekAnswers } from '../../server/alert/week-answers.ts';
import type { ReleasedCells } from '../../server/disclosure/released-cells.ts';
import { showCounts } from '../../server/disclosure/shown-counts.ts';
import type { Channel } from '../../server/storage/schema.ts';
import { NO_LEVELS } from '../../server/tally/level-counts.ts';
import { sumTallies, tallyOf } from '../../server/tally/tally.ts';

const WEEK = { from: '2024-01-29', to: '2024-02-04' };
const QUESTIONS = ['overall', 'i25', 'i28'];

/** Ballots of a counter and channel, the first `satisfied` of them with 5 throughout, the others mixed. */
const cell = (counter_code: string, channel: Channel, n: number, satisfied: number, given: object = {}) => ({
  counter_code,
  channel,
  survey_id: 'mot-cua-ngan',
  survey_version: 1,
  set_aside: '',
  tally: sumTallies(
    Array.from({ length: n }, (_, index) => {
      const level = index < satisfied ? 5 : 2;
      return tallyOf({ levels: { overall: level, i25: 5, i28: 5 }, why: {} }, QUESTIONS);
    }),
  ),
  ...given,
});

/** What the alerts of a closed week are given, from its cells. */
const answersOf = (cells: ReleasedCells['cells']) =>
  toWeekAnswers(
    WEEK,
    showCounts(
      {
        is_closed: true,
        received: 0,
        carried_in: 0,
        headline: NO_LEVELS,
        set_aside: 0,
        headline_set_aside: NO_LEVELS,
        cells,
        telling_counters: new Set(),
        has_telling_slips: false,
        answered: new Set(),
      },
      null,
    ),
  );

describe('the answers of a week', () => {
  it('are summed by counter and channel, of ballots that count', () => {
    const answers = answersOf([
      cell('a', 'poster', 20, 15),
      cell('a', 'slip', 10, 10),
      cell('b', 'poster', 30, 20),
      cell('b', 'slip', 12, 3),
      cell('b', 'poster', 50, 50, { set_aside: 'burst' }),
    ]);
    expect(answers).toEqual({
      ...WEEK,
      survey: 'mot-cua-ngan/1',
      counters: [
        { id: 'a', n: 30, satisfied: 25, all_equal: 25 },
        { id: 'b', n: 42, satisfied: 23, all_equal: 23 },
      ],
      channels: [
        { id: 'poster', n: 50, satisfied: 35, all_equal: 35 },
        { id: 'slip', n: 22, satisfied: 13, all_equal: 13 },
      ],
    });
  });

  it('leave out groups under five, and another one that would give them away', () => {
    const { counters } = answersOf([
      cell('a', 'poster', 30, 15),
      cell('b', 'poster', 4, 4),
      cell('c', 'poster', 9, 3),
    ]);
    expect(counters.map(({ id }) => id)).toEqual(['a']);
  });

  it('leave out channels whose sums beside the counters tell what few people say', () => {
    // All posters are of b; what b has beyond them are two slips.
    const telling = [cell('a', 'slip', 40, 30), cell('b', 'poster', 40, 30), cell('b', 'slip', 2, 0)];
    const { counters, channels } = answersOf(telling);
    expect(counters).toHaveLength(2);
    expect(channels).toEqual([]);
    const enough = [...telling.slice(0, 2), cell('b', 'slip', 5, 0)];
    expect(answersOf(enough).channels).toHaveLength(2);
  });

  it('name the survey only where there is one', () => {
    const both = [cell('a', 'poster', 9, 9), cell('a', 'poster', 9, 9, { survey_version: 2 })];
    expect(answersOf(both).survey).toBeNull();
    expect(answersOf([])).toMatchObject({ survey: null, counters: [], channels: [] });
  });
});

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

describe('ballots of a day', () => {
  it('are received whatever became of them, and counted where nothing was', () => {
    const row = { day: '2024-01-29', counter_code: 'a', channel: 'poster' as const };
    expect(
      toDayCounts([
        { ...row, set_aside: '', ballots: 7 },
        { ...row, set_aside: 'burst', ballots: 2 },
        { ...row, channel: 'slip', set_aside: '', ballots: 1 },
      ]),
    ).toEqual([
      { day: '2024-01-29', counter: 'a', channel: 'poster', received: 9, counted: 7 },
      { day: '2024-01-29', counter: 'a', channel: 'slip', received: 1, counted: 1 },
    ]);
  });
});
