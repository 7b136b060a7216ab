import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disclose } from '../../server/disclosure/disclose.ts';
import type { ReleasedCells } from '../../server/disclosure/released-cells.ts';
import { type ShownCounts, showCounts } from '../../server/disclosure/shown-counts.ts';
import {
  lastFourWeeks,
  listNamedPeriodsTouching,
  type Period,
  parsePeriod,
} from '../../server/period/period.ts';
import { buildReport, type ReportInput } from '../../server/reporting/build-report.ts';
import { type Report, reportSchema } from '../../server/reporting/report.v1.ts';
import type { Channel } from '../../server/storage/schema.ts';
import type { Level } from '../../server/survey/definition.ts';
import { loadSurveys } from '../../server/survey/load-surveys.ts';
import { addLevels, countLevels, NO_LEVELS } from '../../server/tally/level-counts.ts';
import { levelsOf, mergeTallies, type Tally, tallyOf } from '../../server/tally/tally.ts';
import type { Counter } from '../../server/unit/counter.ts';
import type { DatedSetting } from '../../server/unit/dated-setting.ts';
import { EMPTY_PROFILE } from '../../server/unit/unit.ts';
import { FIRST_DAY, LAST_DAY, replay, someHistory } from '../helpers/ballot-history.ts';
import { disclosePeriod } from '../helpers/disclose-period.ts';

const surveys = loadSurveys('surveys');
const SHORT = surveys.find('mot-cua-ngan', 1);
if (!SHORT) throw new Error('the short survey is missing');
const QUESTIONS = SHORT.questions.map(({ id }) => id);
const WEEK = parsePeriod('2024-W05') as Period;

const UNIT = {
  code: 'dong-son',
  official_code: '12345',
  ...EMPTY_PROFILE,
  name: 'UBND xã Đông Sơn',
  receiver: 'Sở Nội vụ',
  contact_phone: null,
  opened_on: '2023-12-01',
};

const counter = (code: string, position: number): Counter => ({
  code,
  unit_code: UNIT.code,
  position,
  name: `Quầy ${position}`,
  channel: 'poster',
  field: null,
  is_open: true,
});
const COUNTERS = ['aaaaa', 'bbbbb', 'ccccc'].map((code, index) => counter(code, index + 1));

const SETTINGS: DatedSetting[] = [
  { name: 'target_percent', since: '2024-01-01', value: 90 },
  { name: 'target_percent', since: '2024-02-05', value: 95 },
  { name: 'minimum_n', since: '2024-01-01', value: 30 },
];

/** `n` identical ballots. */
interface Pile {
  readonly n: number;
  readonly level: Level;
  readonly counter?: string;
  readonly channel?: Channel;
  readonly set_aside?: string;
  /** Levels of other questions. */
  readonly items?: Readonly<Record<string, Level | 'na'>>;
}

/** The counts of a period whose ballots are all released. */
function releaseAll(piles: readonly Pile[], is_closed = true): ReleasedCells {
  const cells = piles.map(
    ({ n, level, counter = 'aaaaa', channel = 'poster', set_aside = '', items = {} }) => {
      const single = tallyOf({ levels: { overall: level, ...items }, why: {} }, QUESTIONS);
      const tally = Array.from({ length: n }, () => single).reduce(mergeTallies);
      return {
        counter_code: counter,
        channel,
        survey_id: 'mot-cua-ngan',
        survey_version: 1,
        set_aside,
        tally,
      };
    },
  );
  const sumOf = (isSetAside: boolean) =>
    cells
      .filter(({ set_aside }) => (set_aside !== '') === isSetAside)
      .reduce((sum, { tally }) => addLevels(sum, levelsOf(tally as Tally, 'overall')), NO_LEVELS);
  return {
    is_closed,
    received: cells.reduce((sum, { tally }) => sum + tally.ballots, 0),
    headline: sumOf(false),
    carried_in: 0,
    set_aside: countLevels(sumOf(true)),
    headline_set_aside: sumOf(true),
    cells,
    disclosive_counters: new Set(),
    has_disclosive_slips: false,
    answered: new Set(),
  };
}

const showAll = (piles: readonly Pile[], is_closed = true): ShownCounts =>
  showCounts(releaseAll(piles, is_closed), null);

function makeReport(piles: readonly Pile[], given: Partial<ReportInput> = {}): Report {
  const input: ReportInput = {
    installation: undefined,
    unit: UNIT,
    counters: COUNTERS,
    settings: SETTINGS,
    surveys,
    period: WEEK,
    now: new Date('2024-02-10T00:00:00+07:00'),
    shown: showAll(piles),
    seal: null,
    alerts: [],
    transactions: null,
    ...given,
  };
  return reportSchema.parse(JSON.parse(JSON.stringify(buildReport(input))));
}

const NINETY_THREE: Pile[] = [
  { n: 93, level: 5 },
  { n: 4, level: 3 },
  { n: 3, level: 1 },
];

describe('the indicator of a report', () => {
  it('is the share of levels 4 and 5 with its interval, verdict and the target on the last day', () => {
    const { indicator } = makeReport(NINETY_THREE);
    expect(indicator).toMatchObject({
      numerator: 93,
      denominator: 100,
      percent: 93,
      neutral: 4,
      dissatisfied: 3,
    });
    expect(indicator.interval).toEqual({ method: 'wilson-95', low: 86.25, high: 96.57 });
    expect(indicator).toMatchObject({
      verdict: 'met',
      certain: false,
      target: { percent: 90, since: '2024-01-01' },
    });
    const later = makeReport(NINETY_THREE, { period: parsePeriod('2024-W06') as Period });
    expect(later.indicator).toMatchObject({
      verdict: 'not-met',
      target: { percent: 95, since: '2024-02-05' },
    });
  });

  it('has a second interval and a response rate where transactions are known', () => {
    const report = makeReport(NINETY_THREE, { transactions: { n: 240, source: 'typed' } });
    expect(report.indicator.interval_finite).toEqual({
      method: 'wilson-95-fpc',
      population: 240,
      low: 88.15,
      high: 95.96,
    });
    expect(report.response_rate_percent).toBe(41.67);
    expect(report.transactions).toEqual({ n: 240, source: 'typed' });
    expect(
      makeReport(NINETY_THREE, { transactions: { n: 0, source: 'typed' } }).response_rate_percent,
    ).toBeNull();
  });

  it('has no second interval where there are no more transactions than ballots', () => {
    const report = makeReport(NINETY_THREE, { transactions: { n: 80, source: 'typed' } });
    expect(report.indicator.interval_finite).toBeNull();
  });

  it('shows counts and no percentage below the minimum, and nothing below five', () => {
    const few = makeReport([
      { n: 11, level: 4 },
      { n: 1, level: 2 },
    ]).indicator;
    expect(few).toMatchObject({
      numerator: 11,
      denominator: 12,
      percent: null,
      interval: null,
      verdict: 'too-few',
    });
    expect(few.suppressed).toBe(false);
    const four = makeReport([{ n: 4, level: 4 }]);
    expect(four.indicator).toMatchObject({
      numerator: null,
      denominator: null,
      neutral: null,
      suppressed: true,
    });
    expect(four.indicator.verdict).toBe('too-few');
    expect(four.questions.every(({ suppressed, counts }) => suppressed && counts === null)).toBe(true);
  });

  it('has no verdict without a target, and defaults to a minimum of 30', () => {
    const { indicator } = makeReport(NINETY_THREE, { settings: [] });
    expect(indicator).toMatchObject({
      percent: 93,
      target: null,
      verdict: null,
      certain: false,
      minimum_n: 30,
    });
    expect(makeReport([{ n: 12, level: 4 }], { settings: [] }).indicator.verdict).toBe('too-few');
  });

  it('is certain when the whole interval is on its side', () => {
    expect(makeReport([{ n: 200, level: 5 }]).indicator).toMatchObject({ verdict: 'met', certain: true });
    expect(makeReport([{ n: 200, level: 2 }]).indicator).toMatchObject({ verdict: 'not-met', certain: true });
  });
});

describe('ballots that were set aside', () => {
  it('are in the second indicator when they are five or more', () => {
    const report = makeReport([...NINETY_THREE, { n: 10, level: 1, set_aside: 'too-fast' }]);
    expect(report.indicator.denominator).toBe(100);
    expect(report.indicator_all).toEqual({ numerator: 93, denominator: 110, percent: 84.55 });
    expect(report.set_aside).toEqual({
      total: 10,
      by_reason: [{ reason: 'too-fast', n: 10, suppressed: false }],
    });
    expect(report.ballots).toEqual({ received: 110, set_aside: 10, counted: 100, pending: 0, carried_in: 0 });
  });

  it('hide the second indicator when they are one to four, which it would give away', () => {
    const report = makeReport([...NINETY_THREE, { n: 3, level: 1, set_aside: 'too-fast' }]);
    expect(report.indicator_all).toEqual({ numerator: null, denominator: null, percent: null });
    expect(report.set_aside.by_reason).toEqual([{ reason: 'too-fast', n: null, suppressed: true }]);
  });

  it('are in no counter, channel, survey or question', () => {
    const aside = makeReport([
      ...NINETY_THREE,
      { n: 10, level: 1, counter: 'bbbbb', channel: 'link', set_aside: 'burst' },
    ]);
    const without = makeReport(NINETY_THREE);
    expect(aside.counters).toEqual(without.counters);
    expect(aside.channels).toEqual(without.channels);
    expect(aside.survey).toEqual(without.survey);
    expect(aside.questions).toEqual(without.questions);
  });
});

describe('counters and channels', () => {
  it('are shown from five ballots on, with the smallest of them hidden where another would be the difference', () => {
    const report = makeReport([
      { n: 60, level: 4 },
      { n: 37, level: 3, counter: 'bbbbb' },
      { n: 3, level: 1, counter: 'ccccc', channel: 'link' },
    ]);
    expect(report.counters).toEqual([
      { code: 'aaaaa', name: 'Quầy 1', denominator: 60, numerator: 60, suppressed: false },
      { code: 'bbbbb', name: 'Quầy 2', denominator: null, numerator: null, suppressed: true },
      { code: 'ccccc', name: 'Quầy 3', denominator: null, numerator: null, suppressed: true },
    ]);
    expect(report.channels).toEqual([
      { channel: 'link', counted: null, suppressed: true },
      { channel: 'poster', counted: null, suppressed: true },
    ]);
  });

  it('are left out of the report on the last four weeks', () => {
    const period = lastFourWeeks('2024-02-05');
    const report = makeReport(NINETY_THREE, { period, shown: showAll(NINETY_THREE, false) });
    expect([report.counters, report.channels]).toEqual([[], []]);
    expect(report.period.closed_at).toBeNull();
  });
});

describe('questions and factors', () => {
  it('count every level, not applicable and skipped, and hide what fewer than five answered', () => {
    const report = makeReport([
      { n: 40, level: 4, items: { i25: 5, i28: 'na' } },
      { n: 4, level: 2, items: { i25: 1, i31: 2 } },
    ]);
    const find = (id: string) => report.questions.find((question) => question.id === id);
    expect(find('i25')).toMatchObject({
      official_item: 25,
      factor: 'access',
      n: 44,
      counts: { '1': 4, '2': 0, '3': 0, '4': 0, '5': 40, na: 0, skipped: 0 },
    });
    expect(find('i28')).toMatchObject({ n: null, counts: null, suppressed: true });
    expect(find('i31')).toMatchObject({ n: null, counts: null, suppressed: true });
    expect(report.questions[0]?.id).toBe('overall');
  });

  it('name what is left out of a factor, and give no mean of fewer than three factors', () => {
    const items = { i25: 5, i28: 4, i31: 4, i32: 2 } as const;
    const report = makeReport([{ n: 40, level: 4, items }]);
    const find = (id: string) => report.factors.by.find((factor) => factor.id === id);
    expect(find('access')).toMatchObject({ percent: 100, items: ['i25'], suppressed: false });
    expect(find('official')).toMatchObject({ percent: 50, items: ['i31', 'i32'] });
    expect(find('result')).toMatchObject({ percent: null, items: [], left_out: ['i34'], suppressed: true });
    expect(report.factors.percent).toBe(83.33);
    expect(makeReport([{ n: 40, level: 4, items: { i25: 5 } }]).factors.percent).toBeNull();
  });
});

describe('the report of one counter', () => {
  /** The report of one counter for a closed week, from the ballots of all counters. */
  function reportOf(counterCode: string, piles: readonly Pile[]): Report {
    const now = new Date('2024-02-10T00:00:00+07:00');
    const tallies = releaseAll(piles).cells.map((cell) => ({
      ...cell,
      unit_code: UNIT.code,
      day: '2024-01-30',
    }));
    return makeReport([], {
      now,
      shown: disclose({ period: WEEK, now, tallies, steps: [] }, counterCode),
    });
  }
  const numberOf = (report: Report, id: string) => report.questions.find((question) => question.id === id)?.n;

  it('contains only its own ballots', () => {
    const report = reportOf('bbbbb', [
      { n: 40, level: 5, items: { i25: 4 } },
      { n: 30, level: 3, counter: 'bbbbb', items: { i25: 2 } },
    ]);
    expect(report.indicator).toMatchObject({ numerator: 0, denominator: 30 });
    expect(numberOf(report, 'i25')).toBe(30);
    expect(report.factors.by[0]).toMatchObject({ id: 'access', percent: 0 });
  });

  it('suppresses a question with few answers at the other counter, which would be the difference to the unit', () => {
    const piles: Pile[] = [
      { n: 40, level: 5, items: { i25: 4, i28: 5 } },
      { n: 30, level: 3, counter: 'bbbbb', items: { i28: 5 } },
      { n: 3, level: 3, counter: 'bbbbb', channel: 'tablet', items: { i25: 1 } },
    ];
    expect(numberOf(makeReport(piles), 'i25')).toBe(43);
    const report = reportOf('aaaaa', piles);
    expect(report.questions.find(({ id }) => id === 'i25')).toMatchObject({
      n: null,
      counts: null,
      suppressed: true,
    });
    expect(report.factors.by.find(({ id }) => id === 'access')).toMatchObject({
      percent: null,
      left_out: ['i25'],
    });
    expect(numberOf(report, 'i28')).toBe(40);
    expect(numberOf(report, 'overall')).toBe(40);
  });

  it('suppresses figures including ballots set aside where another counter has few of them', () => {
    const piles: Pile[] = [
      { n: 40, level: 5 },
      { n: 6, level: 5, set_aside: 'burst' },
      { n: 30, level: 3, counter: 'bbbbb' },
      { n: 1, level: 1, counter: 'bbbbb', set_aside: 'burst' },
      { n: 30, level: 4, counter: 'ccccc' },
    ];
    expect(makeReport(piles).indicator_all?.denominator).toBe(107);
    expect(reportOf('aaaaa', piles).indicator_all?.denominator).toBeNull();
    expect(reportOf('ccccc', piles).indicator_all?.denominator).toBe(30);
    const alone = piles.filter(({ n }) => n !== 1);
    expect(reportOf('aaaaa', alone).indicator_all?.denominator).toBe(46);
  });
});

describe('the frame of a report', () => {
  it('says when a closed period was closed, and of an open one how far finer figures go', () => {
    const closed = makeReport(NINETY_THREE, { now: new Date('2024-03-01T09:00:00+07:00') });
    expect(closed.period.closed_at).toBe('2024-02-10T00:00:00+07:00');
    expect(closed.as_of).toBe('2024-02-10T00:00:00+07:00');
    const open = makeReport(NINETY_THREE, {
      now: new Date('2024-02-03T09:00:00+07:00'),
      shown: showAll(NINETY_THREE, false),
    });
    expect(open.period.closed_at).toBeNull();
    expect(open.as_of).toBe('2024-02-03T00:00:00+07:00');
  });

  it('names the surveys that were answered, by the hash of their file', () => {
    expect(makeReport(NINETY_THREE).survey).toEqual([
      { id: 'mot-cua-ngan', version: 1, sha256: SHORT.sha256, counted: 100, suppressed: false },
    ]);
  });
});

describe('what a reader can take from one report by subtraction', () => {
  const NAMED = listNamedPeriodsTouching(FIRST_DAY, LAST_DAY);
  const sum = (numbers: readonly (number | null)[]) =>
    numbers.reduce<number>((total, n) => total + (n ?? 0), 0);
  const expectNotFew = (n: number, what: string) => expect(n === 0 || n >= 5, `${what}: ${n}`).toBe(true);

  it('is never the answers of one to four ballots, open or closed', () => {
    fc.assert(
      fc.property(someHistory, fc.constantFrom(...NAMED), (history, period) => {
        const moments = [...replay(history, '2024-02-08')];
        for (const { now, tallies, steps } of moments.filter((_, index) => index % 3 === 0)) {
          const shown = disclosePeriod({ period, now, tallies, steps });
          const report = makeReport([], { period, now, shown });
          const { indicator, indicator_all, ballots } = report;
          if (indicator.denominator === null) {
            expect(report.counters.every(({ suppressed }) => suppressed)).toBe(true);
            expect(report.questions.every(({ suppressed }) => suppressed)).toBe(true);
            continue;
          }
          const inCells = report.questions.find(({ id }) => id === 'overall')?.n ?? 0;
          expectNotFew(indicator.denominator - inCells, 'headline less questions');
          const inCounters = sum(report.counters.map(({ denominator }) => denominator));
          if (inCounters > 0) {
            expectNotFew(indicator.denominator - inCounters, 'headline less counters');
            expectNotFew(inCells - inCounters, 'questions less counters');
          }
          const inChannels = sum(report.channels.map(({ counted }) => counted));
          if (inChannels > 0) expectNotFew((ballots.counted ?? 0) - inChannels, 'counted less channels');
          const inReasons = sum(report.set_aside.by_reason.map(({ n }) => n));
          if (inReasons > 0)
            expectNotFew((report.set_aside.total ?? 0) - inReasons, 'set aside less reasons');
          const all = indicator_all?.denominator ?? null;
          if (all !== null) expectNotFew(all - indicator.denominator, 'with those set aside less headline');
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('is never a single counter or channel that is hidden', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(40), { minLength: 3, maxLength: 3 }),
        fc.array(fc.nat(40), { minLength: 3, maxLength: 3 }),
        (posters, links) => {
          const piles = COUNTERS.flatMap(({ code }, index): Pile[] => [
            { n: posters[index] as number, level: 4, counter: code },
            { n: links[index] as number, level: 2, counter: code, channel: 'link' },
          ]).filter(({ n }) => n > 0);
          const report = makeReport(piles);
          const totals = COUNTERS.map((_, index) => (posters[index] as number) + (links[index] as number));
          const hidden = totals.filter((n, index) => n > 0 && report.counters[index]?.suppressed);
          if (report.counters.some(({ suppressed }) => !suppressed)) expect(hidden.length).not.toBe(1);
          for (const [index, { suppressed, denominator }] of report.counters.entries()) {
            expect(denominator).toBe(suppressed ? null : totals[index]);
          }
        },
      ),
    );
  });
});
