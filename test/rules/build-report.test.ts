import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ShownCounts } from '../../server/disclosure/shown-counts.ts';
import { startOfDay } from '../../server/lib/day.ts';
import { listNamedPeriodsTouching, type Period, parsePeriod } from '../../server/period/period.ts';
import { buildReport, type ReportInput } from '../../server/reporting/build-report.ts';
import { type Report, reportSchema } from '../../server/reporting/report.v1.ts';
import type { Channel } from '../../server/storage/schema.ts';
import type { Level } from '../../server/survey/definition.ts';
import { loadSurveys } from '../../server/survey/load-surveys.ts';
import { mergeTallies, tallyOf } from '../../server/tally/tally.ts';
import type { Counter } from '../../server/unit/counter.ts';
import type { DatedSetting } from '../../server/unit/dated-setting.ts';
import { EMPTY_PROFILE } from '../../server/unit/unit.ts';
import { FIRST_DAY, LAST_DAY, showPeriod, someHistory, storeHistory } from '../helpers/ballot-history.ts';

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

const CLOSED = new Date('2024-02-25T00:00:00+07:00');
const MONTH = parsePeriod('BC-2024-02') as Period;

/** The counts of a period of which one day, 30 January, has ballots. */
function showAll(
  piles: readonly Pile[],
  period = WEEK,
  counterCode: string | null = null,
  now = CLOSED,
): ShownCounts {
  const day = '2024-01-30';
  const tallies = piles.map(
    ({ n, level, counter = 'aaaaa', channel = 'poster', set_aside = '', items = {} }) => {
      const single = tallyOf({ levels: { overall: level, ...items }, why: {} }, QUESTIONS);
      return {
        ...{ unit_code: UNIT.code, day, counter_code: counter, channel, set_aside },
        ...{ survey_id: 'mot-cua-ngan', survey_version: 1 },
        tally: Array.from({ length: n }, () => single).reduce(mergeTallies),
      };
    },
  );
  const days = tallies.map(({ counter_code, set_aside, tally }) => ({
    ...{ day, counter_code },
    ...{ counted: set_aside === '' ? tally.ballots : 0, set_aside: set_aside === '' ? 0 : tally.ballots },
  }));
  return showPeriod({ days, tallies, respondents: [] }, period, now, counterCode);
}

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
    const piles: Pile[] = [...NINETY_THREE, { n: 10, level: 1, set_aside: 'too-fast' }];
    const report = makeReport([], { shown: showAll(piles, MONTH) });
    expect(report.indicator.denominator).toBe(100);
    // No second indicator for a week, which is no sum of reporting months, nor for a running month, which may still
    // get one to four more ballots set aside.
    expect(makeReport(piles).indicator_all?.denominator).toBeNull();
    const running = showAll(piles, MONTH, null, startOfDay('2024-02-14'));
    expect(makeReport([], { shown: running }).indicator_all?.denominator).toBeNull();
    expect(report.indicator_all).toEqual({ numerator: 93, denominator: 110, percent: 84.55 });
    expect(report.set_aside).toEqual({
      total: 10,
      by_reason: [{ reason: 'too-fast', n: 10, suppressed: false }],
    });
    expect(report.ballots).toEqual({ received: 110, set_aside: 10, counted: 100, pending: 0, carried_in: 0 });
  });

  it('hide the second indicator when they are one to four, which it would give away', () => {
    const piles: Pile[] = [...NINETY_THREE, { n: 3, level: 1, set_aside: 'too-fast' }];
    const report = makeReport([], { shown: showAll(piles, MONTH) });
    expect(report.indicator_all).toEqual({ numerator: null, denominator: null, percent: null });
    expect(report.set_aside.by_reason).toEqual([{ reason: 'unclassified', n: 3, suppressed: true }]);
  });

  it('have their reasons in groups of five, and the rest without', () => {
    const report = makeReport([
      ...NINETY_THREE,
      { n: 12, level: 1, set_aside: 'too-fast' },
      { n: 4, level: 1, set_aside: 'burst' },
    ]);
    expect(report.set_aside).toEqual({
      total: 16,
      by_reason: [
        { reason: 'too-fast', n: 10, suppressed: false },
        { reason: 'unclassified', n: 6, suppressed: true },
      ],
    });
  });

  it('are in no counter, channel, survey or question', () => {
    const aside = makeReport([...NINETY_THREE, { n: 10, level: 1, channel: 'link', set_aside: 'burst' }]);
    const without = makeReport(NINETY_THREE);
    expect(aside.counters).toEqual(without.counters);
    expect(aside.channels).toEqual(without.channels);
    expect(aside.survey).toEqual(without.survey);
    expect(aside.questions).toEqual(without.questions);
  });
});

describe('counters and channels', () => {
  const piles: Pile[] = [
    { n: 60, level: 4 },
    { n: 37, level: 3, counter: 'bbbbb', channel: 'slip' },
    { n: 3, level: 1, counter: 'ccccc', channel: 'link' },
  ];

  it('add up to the headline; a counter with fewer than five has its ballots waiting', () => {
    const report = makeReport(piles);
    expect(report.ballots).toEqual({ received: 100, counted: 97, set_aside: 0, pending: 3, carried_in: 0 });
    const few = { denominator: null, numerator: null, suppressed: true };
    expect(report.counters).toMatchObject([
      { code: 'aaaaa', denominator: 60, numerator: 60, suppressed: false, pending: 0 },
      { code: 'bbbbb', denominator: 37, numerator: 0, suppressed: false, pending: 0 },
      { code: 'ccccc', ...few, pending: 3, ended: false },
    ]);
  });

  it('are separated in a reporting month, with a figure of slips, and not in a week', () => {
    const month = makeReport([], { shown: showAll(piles, MONTH) });
    expect(month.channels).toEqual([
      { channel: 'poster', counted: 60, suppressed: false },
      { channel: 'slip', counted: 37, suppressed: false },
    ]);
    expect(month.single_use).toMatchObject({ numerator: 0, denominator: 37 });
    const week = makeReport(piles);
    expect(week.channels).toEqual([{ channel: 'not-separated', counted: 97, suppressed: true }]);
    expect(week.single_use).toBeNull();
  });

  it('name people, organisations and who did not say', () => {
    const history = (['citizen', 'organisation', null] as const).flatMap((kind, index) =>
      Array.from({ length: 6 + index }, () => ({
        ...{ day: '2024-01-30', counter: 'aaaaa', channel: 'poster' as const, kind, field: null },
        ...{ level: 5 as const, set_aside: '' },
      })),
    );
    const { respondents, fields } = makeReport([], {
      shown: showPeriod(storeHistory(history), MONTH, CLOSED),
    });
    const figures = (n: number) => ({ counted: n, numerator: n, denominator: n, suppressed: false });
    expect(respondents).toEqual([
      { kind: 'citizen', ...figures(6) },
      { kind: 'not-said', ...figures(8) },
      { kind: 'organisation', ...figures(7) },
    ]);
    expect(fields).toEqual([{ field: 'not-said', ...figures(21) }]);
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
  const reportOf = (counterCode: string, piles: readonly Pile[]): Report =>
    makeReport([], { shown: showAll(piles, WEEK, counterCode) });
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
});

describe('the frame of a report', () => {
  it('says when a closed period was closed, and of an open one how far finer figures go', () => {
    const closed = makeReport(NINETY_THREE, { now: new Date('2024-03-01T09:00:00+07:00') });
    expect(closed.period.closed_at).toBe('2024-02-10T00:00:00+07:00');
    expect(closed.as_of).toBe('2024-02-10T00:00:00+07:00');
    const open = makeReport(NINETY_THREE, {
      now: new Date('2024-02-03T09:00:00+07:00'),
      shown: showAll(NINETY_THREE, WEEK, null, new Date('2024-02-03T09:00:00+07:00')),
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

describe('any report', () => {
  it('adds up', () => {
    const sum = (numbers: readonly (number | null)[]) =>
      numbers.reduce<number>((total, n) => total + (n ?? 0), 0);
    const named = listNamedPeriodsTouching(FIRST_DAY, LAST_DAY);
    fc.assert(
      fc.property(someHistory, fc.constantFrom(...named), fc.nat(60), (history, period, shift) => {
        const now = new Date(startOfDay(FIRST_DAY).getTime() + shift * 86_400_000);
        const stored = storeHistory(history.filter(({ day }) => startOfDay(day) <= now));
        const report = makeReport([], { period, now, shown: showPeriod(stored, period, now) });
        const n = report.ballots.counted ?? 0;
        expect(report.indicator.denominator ?? 0).toBe(n);
        expect(sum(report.counters.map(({ denominator }) => denominator))).toBe(n);
        expect(sum(report.channels.map(({ counted }) => counted))).toBe(n);
        for (const table of [report.respondents, report.fields]) {
          expect(sum((table ?? []).map(({ counted }) => counted))).toBe(n);
          expect(sum((table ?? []).map(({ numerator }) => numerator))).toBe(report.indicator.numerator ?? 0);
        }
        for (const { counts } of report.questions) {
          if (counts !== null) expect(sum(Object.values(counts))).toBe(n);
        }
        expect(sum(report.set_aside.by_reason.map((reason) => reason.n))).toBe(report.set_aside.total);
        const { received, carried_in, pending, set_aside } = report.ballots;
        expect(received + carried_in).toBe(n + (set_aside ?? 0) + (pending ?? 0));
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});
