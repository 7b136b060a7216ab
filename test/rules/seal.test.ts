import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../server/lib/canonical-json.ts';
import type { Ballot } from '../../server/response/ballot.ts';
import {
  CHAIN_START,
  canonicalBallot,
  canonicalTally,
  chainDay,
  leafOf,
  shortSeal,
} from '../../server/seal/seal.ts';
import type { CellTally } from '../../server/tally/cell.ts';
import { type DayLines, digestDay } from '../helpers/digest-day.ts';

const BALLOT: Ballot = {
  id: '00112233445566778899aabbccddeeff',
  day: '2024-01-29',
  unit_code: 'dong-son',
  counter_code: 'k7mpx',
  channel: 'poster',
  survey_id: 'mot-cua-ngan',
  survey_version: 1,
  answers: { levels: { overall: 5, i25: 2 }, why: { i25: ['seats'] } },
  set_aside: null,
};
const TALLY: CellTally = {
  unit_code: 'dong-son',
  day: '2024-01-29',
  counter_code: 'k7mpx',
  channel: 'poster',
  survey_id: 'mot-cua-ngan',
  survey_version: 1,
  set_aside: '',
  tally: {
    ballots: 1,
    questions: { overall: [0, 0, 0, 0, 1, 0, 0], i25: [0, 1, 0, 0, 0, 0, 0] },
    chips: { 'i25.seats': 1 },
    all_equal: 0,
    low: { i25: [0, 0, 0, 0, 1] },
  },
};

describe('the canonical texts', () => {
  it('are one line of JSON with sorted keys', () => {
    expect(canonicalBallot(BALLOT)).toBe(
      '{"answers":{"i25":2,"overall":5},"channel":"poster","counter":"k7mpx","day":"2024-01-29","id":"00112233445566778899aabbccddeeff","set_aside":null,"survey":"mot-cua-ngan","unit":"dong-son","version":1,"why":{"i25":["seats"]}}',
    );
    expect(canonicalTally(TALLY)).toBe(
      '{"all_equal":0,"ballots":1,"channel":"poster","chips":{"i25.seats":1},"counter":"k7mpx","day":"2024-01-29","low":{"i25":[0,0,0,0,1]},"questions":{"i25":[0,1,0,0,0,0,0],"overall":[0,0,0,0,1,0,0]},"set_aside":null,"survey":"mot-cua-ngan","unit":"dong-son","version":1}',
    );
    expect(canonicalTally({ ...TALLY, set_aside: 'burst' })).toContain('"set_aside":"burst"');
  });

  it('are the same for the same values and differ for others, whatever the order of keys', () => {
    const record = fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: false });
    fc.assert(
      fc.property(record, (value) => {
        const shuffled = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(shuffled)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(value)).not.toMatch(/[\n\r]/);
      }),
    );
    // Objects iterate integer keys first.
    expect(canonicalJson({ b: 1, '10': 2, '9': 3 })).toBe('{"10":2,"9":3,"b":1}');
  });
});

// The expected seal was created with printf and sha256sum only, following docs/auditing.md.
describe('a seal computed by other means', () => {
  const DIGEST = 'c549cad8cd20582852c9010520b65af57a25f3e6cd8cbcc363ff2c409c5ffe53';
  const CHAIN = '763b8199a9ed520fdfb0066921ec0d0a893c96328326daf3e23353059f84a805';

  it('has this leaf, this digest, this chain and this short form', () => {
    expect(leafOf(canonicalBallot(BALLOT))).toBe(
      '5a1f26d6073723bff30f294cbd77b93387e60f8cb81fe72ad68f7cec8b2f6638',
    );
    const day = {
      unit_code: 'dong-son',
      day: '2024-01-29',
      ballots: [canonicalBallot(BALLOT)],
      tallies: [canonicalTally(TALLY)],
    };
    expect(digestDay(day)).toBe(DIGEST);
    expect(chainDay(CHAIN_START, '2024-01-29', DIGEST)).toBe(CHAIN);
    expect(shortSeal(CHAIN)).toBe('ERXR-36D9');
  });

  it('continues over a day without ballots', () => {
    const empty = digestDay({ unit_code: 'dong-son', day: '2024-01-30', ballots: [], tallies: [] });
    expect(empty).toBe('83199a15f542059ed8436c566c63d29b2cdc70822df71df4b665ce54b5545b52');
    expect(chainDay(CHAIN, '2024-01-30', empty)).toBe(
      '5a7d37726be7b6f40a15ca8e104b9016053b9c38c37e8f0817827c474b546303',
    );
  });
});

const someBallot: fc.Arbitrary<Ballot> = fc.record({
  id: fc.stringMatching(/^[0-9a-f]{32}$/),
  day: fc.constant('2024-01-29'),
  unit_code: fc.constant('dong-son'),
  counter_code: fc.constantFrom('aaaaa', 'bbbbb'),
  channel: fc.constantFrom('poster' as const, 'link' as const),
  survey_id: fc.constant('mot-cua-ngan'),
  survey_version: fc.constantFrom(1, 2),
  answers: fc.record({
    levels: fc.dictionary(fc.constantFrom('overall', 'i25', 'i28'), fc.constantFrom(1, 2, 3, 4, 5, 'na'), {
      noNullPrototype: true,
    }) as fc.Arbitrary<Ballot['answers']['levels']>,
    why: fc.constantFrom({}, { i25: ['seats'] }, { i25: ['seats', 'hot'] }),
  }),
  set_aside: fc.constantFrom(null, 'burst'),
});

const someDay = fc
  .uniqueArray(someBallot, { selector: ({ id }) => id, minLength: 1, maxLength: 8 })
  .map((ballots) => ({ ballots, tallies: [canonicalTally(TALLY)] }));

const digestOf = (ballots: readonly Ballot[], given: Partial<DayLines> = {}): string =>
  digestDay({
    unit_code: 'dong-son',
    day: '2024-01-29',
    ballots: ballots.map(canonicalBallot),
    tallies: [canonicalTally(TALLY)],
    ...given,
  });

describe('the digest of a day', () => {
  it('does not depend on the order of ballots and tallies', () => {
    const tallies = [canonicalTally(TALLY), canonicalTally({ ...TALLY, channel: 'link' })];
    fc.assert(
      fc.property(someDay, fc.infiniteStream(fc.double({ noNaN: true })), ({ ballots }, keys) => {
        const shuffled = ballots
          .map((ballot) => ({ ballot, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ ballot }) => ballot);
        expect(digestOf(shuffled, { tallies: tallies.toReversed() })).toBe(digestOf(ballots, { tallies }));
      }),
    );
  });

  it('changes with any single change', () => {
    const someChange = fc.constantFrom<(ballot: Ballot) => Ballot>(
      (ballot) => ({ ...ballot, id: ballot.id.replace(/.$/, (last) => (last === '0' ? '1' : '0')) }),
      (ballot) => ({ ...ballot, day: '2024-01-30' }),
      (ballot) => ({ ...ballot, unit_code: 'tan-lap' }),
      (ballot) => ({ ...ballot, counter_code: 'ccccc' }),
      (ballot) => ({ ...ballot, channel: 'slip' }),
      (ballot) => ({ ...ballot, survey_id: 'mot-cua-day-du' }),
      (ballot) => ({ ...ballot, survey_version: 3 }),
      (ballot) => ({
        ...ballot,
        answers: { ...ballot.answers, levels: { ...ballot.answers.levels, i34: 1 as const } },
      }),
      (ballot) => ({ ...ballot, answers: { ...ballot.answers, why: { i34: ['late'] } } }),
      (ballot) => ({ ...ballot, set_aside: 'too-fast' }),
    );
    fc.assert(
      fc.property(someDay, fc.nat(), someChange, ({ ballots }, at, change) => {
        const index = at % ballots.length;
        const digest = digestOf(ballots);
        expect(digestOf(ballots.with(index, change(ballots[index] as Ballot)))).not.toBe(digest);
        expect(digestOf(ballots.toSpliced(index, 1))).not.toBe(digest);
        expect(digestOf([...ballots, { ...BALLOT, id: 'f'.repeat(32) }])).not.toBe(digest);
        expect(digestOf(ballots, { day: '2024-01-30' })).not.toBe(digest);
        expect(digestOf(ballots, { unit_code: 'tan-lap' })).not.toBe(digest);
        expect(digestOf(ballots, { tallies: [] })).not.toBe(digest);
      }),
    );
  });

  it('does not take a ballot for a row of the tallies, nor one kind of hash for another', () => {
    const line = canonicalBallot(BALLOT);
    const of = (ballots: string[], tallies: string[]) =>
      digestDay({ unit_code: 'dong-son', day: '2024-01-29', ballots, tallies });
    expect(of([line], [])).not.toBe(of([], [line]));
    expect(of([line], [])).not.toBe(
      of(
        [],
        [leafOf(line)].map((leaf) => leaf.toUpperCase()),
      ),
    );
    expect(leafOf(`${CHAIN_START} 2024-01-29 x`)).not.toBe(chainDay(CHAIN_START, '2024-01-29', 'x'));
  });
});

describe('the chain', () => {
  it('depends on every day before and on their order', () => {
    const days = ['a', 'b', 'c'].map((letter, at) => ({
      day: `2024-01-0${at + 1}`,
      digest: letter.repeat(64),
    }));
    const chainOf = (list: typeof days) =>
      list.reduce((previous, { day, digest }) => chainDay(previous, day, digest), CHAIN_START);
    const chains = [
      chainOf(days),
      chainOf(days.toReversed()),
      chainOf(days.slice(1)),
      chainOf(days.with(0, { day: '2024-01-01', digest: 'd'.repeat(64) })),
      chainOf(days.map(({ day }, at) => ({ day, digest: days[(at + 1) % 3]!.digest }))),
    ];
    expect(new Set(chains).size).toBe(chains.length);
  });

  it('is shown as eight characters without ambiguous ones', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-f]{64}$/), (chain) => {
        expect(shortSeal(chain)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
      }),
    );
    expect(shortSeal('0'.repeat(64))).toBe('0000-0000');
    expect(shortSeal('f'.repeat(64))).toBe('ZZZZ-ZZZZ');
    expect(shortSeal(`0000000001${'f'.repeat(54)}`)).toBe('0000-0001');
  });
});
