import type { IndicatorView, QuestionView, ReportView, TrendPoint, VerdictView } from './report-view.ts';

/** A verdict without anything special about it. */
export const plainVerdict: VerdictView = {
  is_exactly_target: false,
  more_ballots_needed: null,
  cannot_settle: null,
  missing_satisfied: 0,
};

const NO_FIGURES: IndicatorView = {
  rule: 'share-satisfied/1',
  numerator: null,
  denominator: null,
  percent: null,
  neutral: null,
  dissatisfied: null,
  interval: null,
  interval_finite: null,
  target: { percent: 90, since: '2024-01-01' },
  minimum_n: 30,
  verdict: null,
  certain: false,
  suppressed: true,
};

/** 93 of 100 satisfied at a target of 90, with the Wilson interval of that. */
export const indicatorExample: IndicatorView = {
  ...NO_FIGURES,
  numerator: 93,
  denominator: 100,
  percent: 93,
  neutral: 4,
  dissatisfied: 3,
  interval: { low: 86.25, high: 96.57 },
  verdict: 'met',
  suppressed: false,
};

type Levels = readonly [number, number, number, number, number, number, number];

const questionExample = (id: string, factor: string | null, levels: Levels): QuestionView => ({
  id,
  factor,
  n: levels.slice(0, 5).reduce((sum, count) => sum + count, 0),
  counts: {
    '1': levels[0],
    '2': levels[1],
    '3': levels[2],
    '4': levels[3],
    '5': levels[4],
    na: levels[5],
    skipped: levels[6],
  },
  suppressed: false,
});

/** A running reporting month with every part filled. */
export const reportExample: ReportView = {
  unit: { code: 'dong-son', name: 'UBND xã Đông Sơn' },
  receiver: 'UBND huyện (Phòng Nội vụ)',
  period: { id: 'BC-2024-02', kind: 'report-month', from: '2024-01-15', to: '2024-02-14', closed_at: null },
  as_of: '2024-02-14T16:20:00+07:00',
  alerts: [],
  ballots: { received: 110, set_aside: 3, counted: 100, pending: 7, carried_in: 0 },
  survey: [{ id: 'mot-cua-ngan', version: 1, sha256: 'a3f1'.repeat(16), counted: 100 }],
  indicator: indicatorExample,
  indicator_all: { numerator: 96, denominator: 103, percent: 93.2 },
  factors: {
    rule: 'factor-mean/1',
    percent: 89.37,
    by: [
      { id: 'access', percent: 92.1, n: 97, items: ['i25'], left_out: [], suppressed: false },
      { id: 'procedure', percent: 88.54, n: 96, items: ['i28'], left_out: [], suppressed: false },
      { id: 'official', percent: 95.36, n: 194, items: ['i31', 'i32'], left_out: [], suppressed: false },
      { id: 'result', percent: 81.48, n: 81, items: ['i34'], left_out: [], suppressed: false },
      { id: 'feedback', percent: null, n: 21, items: [], left_out: ['i37'], suppressed: false },
    ],
  },
  questions: [
    questionExample('overall', null, [1, 2, 4, 50, 43, 0, 0]),
    questionExample('i25', 'access', [1, 3, 4, 49, 40, 0, 3]),
    questionExample('i28', 'procedure', [2, 4, 5, 47, 38, 1, 3]),
    questionExample('i31', 'official', [0, 1, 3, 44, 50, 0, 2]),
    questionExample('i32', 'official', [1, 2, 2, 51, 40, 1, 3]),
    questionExample('i34', 'result', [6, 5, 4, 41, 25, 15, 4]),
    { id: 'i37', factor: 'feedback', n: null, counts: null, suppressed: true },
  ],
  channels: [
    { channel: 'poster', counted: 80, suppressed: false },
    { channel: 'slip', counted: 20, suppressed: false },
    { channel: 'paper', counted: null, suppressed: true },
  ],
  set_aside: { total: 3, by_reason: [{ reason: 'repeat-device', n: null, suppressed: true }] },
  suggested: { asked: 96, ticked: 7, suppressed: false },
  transactions: { n: 240 },
  response_rate_percent: 41.67,
  counters: [
    { code: 'k7mpx', name: 'Quầy 1: Tư pháp – Hộ tịch', denominator: 60, numerator: 57, suppressed: false },
    {
      code: 'q2wna',
      name: 'Quầy 2: Địa chính – Xây dựng',
      denominator: 28,
      numerator: 25,
      suppressed: false,
    },
    {
      code: 'z9h4t',
      name: 'Quầy 3: Lao động – Thương binh và Xã hội',
      denominator: null,
      numerator: null,
      suppressed: true,
    },
  ],
};

/** The same report for another headline. */
export const reportWith = (
  indicator: Partial<IndicatorView>,
  rest: Partial<ReportView> = {},
): ReportView => ({
  ...reportExample,
  ...rest,
  indicator: { ...indicatorExample, ...indicator },
});

const EMPTY_DETAILS: Partial<ReportView> = {
  survey: [],
  indicator_all: null,
  factors: {
    rule: 'factor-mean/1',
    percent: null,
    by: reportExample.factors.by.map(({ id }) => ({
      id,
      percent: null,
      n: null,
      items: [],
      left_out: [],
      suppressed: true,
    })),
  },
  questions: reportExample.questions.map(({ id, factor }) => ({
    id,
    factor,
    n: null,
    counts: null,
    suppressed: true,
  })),
  channels: [],
  set_aside: { total: null, by_reason: [] },
  transactions: { n: null },
  response_rate_percent: null,
  counters: [],
};

/** A report of so few ballots that nothing may be shown; `received` is 0 to 4. */
export const hiddenReport = (received: number): ReportView => ({
  ...reportExample,
  ...EMPTY_DETAILS,
  ballots: { received, set_aside: null, counted: null, pending: received, carried_in: 0 },
  indicator: NO_FIGURES,
});

/** A figure that no other example has. */
export const SECRET = 7717;

/** A report that carries figures beside the marks that they may not be shown. */
export const leakyReport: ReportView = {
  ...reportExample,
  ballots: { ...reportExample.ballots, pending: 0 },
  indicator: {
    ...indicatorExample,
    numerator: SECRET,
    denominator: SECRET,
    neutral: SECRET,
    dissatisfied: SECRET,
    suppressed: true,
  },
  indicator_all: null,
  factors: {
    ...reportExample.factors,
    by: reportExample.factors.by.map((factor) => ({
      ...factor,
      percent: 77.17,
      n: SECRET,
      left_out: [],
      suppressed: true,
    })),
  },
  questions: reportExample.questions.map((question) =>
    question.id === 'overall'
      ? question
      : {
          ...question,
          n: SECRET,
          counts: {
            '1': SECRET,
            '2': SECRET,
            '3': SECRET,
            '4': SECRET,
            '5': SECRET,
            na: SECRET,
            skipped: SECRET,
          },
          suppressed: true,
        },
  ),
  channels: [{ channel: 'poster', counted: SECRET, suppressed: true }],
  set_aside: { total: null, by_reason: [{ reason: 'burst', n: SECRET, suppressed: true }] },
  counters: [
    { code: 'k7mpx', name: 'Quầy 1', denominator: SECRET, numerator: SECRET, suppressed: true },
    { code: 'q2wna', name: 'Quầy 2', denominator: 60, numerator: 57, suppressed: false },
  ],
};

/** A report in which every ballot was set aside. */
export const allSetAsideReport: ReportView = {
  ...hiddenReport(6),
  ballots: { received: 6, set_aside: 6, counted: 0, pending: 0, carried_in: 0 },
  set_aside: { total: 6, by_reason: [{ reason: 'burst', n: 6, suppressed: false }] },
};

/** Five ballots: the fewest that are shown, counts only. */
export const fiveBallotsReport: ReportView = {
  ...hiddenReport(5),
  ballots: { received: 5, set_aside: 0, counted: 5, pending: 0, carried_in: 0 },
  indicator: {
    ...indicatorExample,
    numerator: 4,
    denominator: 5,
    percent: null,
    neutral: 1,
    dissatisfied: 0,
    interval: null,
    verdict: 'too-few',
  },
};

/** A headline with the verdict that the indicator's rules give for it. */
export interface HeadlineExample {
  readonly name: string;
  readonly report: ReportView;
  readonly verdict: VerdictView;
}

const closedMonth = { ...reportExample.period, closed_at: '2024-02-20T00:00:00+07:00' };

/** Every case of the verdict's sentences. Intervals are Wilson's, 95 %. */
export const headlineExamples: readonly HeadlineExample[] = [
  {
    name: 'met and certain',
    report: reportWith({
      numerator: 940,
      denominator: 1000,
      percent: 94,
      neutral: 40,
      dissatisfied: 20,
      interval: { low: 92.35, high: 95.31 },
      certain: true,
    }),
    verdict: plainVerdict,
  },
  { name: 'met, not certain', report: reportExample, verdict: { ...plainVerdict, more_ballots_needed: 285 } },
  {
    name: 'met, not certain, closed',
    report: reportWith({}, { period: closedMonth, as_of: closedMonth.closed_at }),
    verdict: { ...plainVerdict, more_ballots_needed: 285 },
  },
  {
    name: 'met, cannot be settled by the transactions there are',
    report: reportWith({ interval_finite: { population: 240, low: 88.15, high: 95.96 } }),
    verdict: { ...plainVerdict, cannot_settle: 'transactions' },
  },
  {
    name: 'met, cannot be settled within reason',
    report: reportWith({
      numerator: 28,
      denominator: 31,
      percent: 90.32,
      neutral: 2,
      dissatisfied: 1,
      interval: { low: 75.1, high: 96.65 },
    }),
    verdict: { ...plainVerdict, cannot_settle: 'limit' },
  },
  {
    name: 'not met and certain',
    report: reportWith({
      numerator: 310,
      denominator: 400,
      percent: 77.5,
      neutral: 60,
      dissatisfied: 30,
      interval: { low: 73.16, high: 81.32 },
      verdict: 'not-met',
      certain: true,
    }),
    verdict: { ...plainVerdict, missing_satisfied: 50 },
  },
  {
    name: 'not met, not certain',
    report: reportWith({
      numerator: 88,
      denominator: 100,
      percent: 88,
      neutral: 9,
      dissatisfied: 3,
      interval: { low: 80.19, high: 93 },
      verdict: 'not-met',
    }),
    verdict: { ...plainVerdict, more_ballots_needed: 765, missing_satisfied: 2 },
  },
  {
    name: 'not met by a hair, cannot be settled',
    report: reportWith({
      numerator: 8996,
      denominator: 10_000,
      percent: 89.96,
      neutral: 704,
      dissatisfied: 300,
      interval: { low: 89.36, high: 90.53 },
      verdict: 'not-met',
    }),
    verdict: { ...plainVerdict, cannot_settle: 'limit', missing_satisfied: 4 },
  },
  {
    name: 'exactly the target',
    report: reportWith({
      numerator: 90,
      percent: 90,
      neutral: 7,
      dissatisfied: 3,
      interval: { low: 82.56, high: 94.48 },
    }),
    verdict: { ...plainVerdict, is_exactly_target: true, cannot_settle: 'equal' },
  },
  {
    name: 'exactly the least number of ballots, all satisfied',
    report: reportWith({
      numerator: 30,
      denominator: 30,
      percent: 100,
      neutral: 0,
      dissatisfied: 0,
      interval: { low: 88.65, high: 100 },
    }),
    verdict: { ...plainVerdict, more_ballots_needed: 5 },
  },
  {
    name: 'nobody satisfied',
    report: reportWith({
      numerator: 0,
      denominator: 30,
      percent: 0,
      neutral: 10,
      dissatisfied: 20,
      interval: { low: 0, high: 11.35 },
      verdict: 'not-met',
      certain: true,
    }),
    verdict: { ...plainVerdict, missing_satisfied: 27 },
  },
  {
    name: 'too few ballots',
    report: reportWith({
      numerator: 11,
      denominator: 12,
      percent: null,
      neutral: 1,
      dissatisfied: 0,
      interval: null,
      verdict: 'too-few',
    }),
    verdict: plainVerdict,
  },
  { name: 'five ballots', report: fiveBallotsReport, verdict: plainVerdict },
  { name: 'four ballots', report: hiddenReport(4), verdict: plainVerdict },
  { name: 'one ballot', report: hiddenReport(1), verdict: plainVerdict },
  { name: 'no ballots', report: hiddenReport(0), verdict: plainVerdict },
  { name: 'all set aside', report: allSetAsideReport, verdict: plainVerdict },
  { name: 'no target', report: reportWith({ target: null, verdict: null }), verdict: plainVerdict },
];

const WEEKS: readonly (readonly [string, string, string, number | null, number | null])[] = [
  ['2023-W47', '2023-11-20', '2023-11-26', 48, 83.33],
  ['2023-W48', '2023-11-27', '2023-12-03', 52, 86.54],
  ['2023-W49', '2023-12-04', '2023-12-10', null, null],
  ['2023-W50', '2023-12-11', '2023-12-17', 44, 88.64],
  ['2023-W51', '2023-12-18', '2023-12-24', 61, 90.16],
  ['2023-W52', '2023-12-25', '2023-12-31', 39, 92.31],
  ['2024-W01', '2024-01-01', '2024-01-07', 17, null],
  ['2024-W02', '2024-01-08', '2024-01-14', 55, 89.09],
  ['2024-W03', '2024-01-15', '2024-01-21', 70, 91.43],
  ['2024-W04', '2024-01-22', '2024-01-28', 66, 93.94],
  ['2024-W05', '2024-01-29', '2024-02-04', 103, 93.2],
  ['2024-W06', '2024-02-05', '2024-02-11', 35, 94.29],
];

/** Twelve weeks: one hidden, one too small, the last one not closed. Ranges are round, not computed. */
export const trendExample: readonly TrendPoint[] = WEEKS.map(([id, from, to, denominator, percent]) => ({
  period: { id, from, to },
  denominator,
  percent,
  interval: percent === null ? null : { low: percent - 8, high: Math.min(100, percent + 5) },
  is_provisional: id === '2024-W06',
}));

/** Twelve weeks of which none can be shown. */
export const emptyTrend: readonly TrendPoint[] = trendExample.map((point) => ({
  ...point,
  denominator: null,
  percent: null,
  interval: null,
}));

/** The short survey's questions in words. */
export const itemNamesExample: Readonly<Record<string, string>> = {
  overall: 'Nhìn chung, Ông/Bà hài lòng ở mức nào về lần này?',
  i25: 'Chỗ ngồi chờ và bàn viết',
  i28: 'Giấy tờ phải nộp',
  i31: 'Thái độ của cán bộ',
  i32: 'Cách cán bộ hướng dẫn làm hồ sơ',
  i34: 'Trả kết quả đúng ngày hẹn',
  i37: 'Cách gửi góp ý, phản ánh với xã',
};

/** Text that must come out as text wherever the pages show something from outside. */
export const HOSTILE = '<script>alert(1)</script>"\'&</style>';
