import type { IndicatorView, QuestionView, ReportView } from '../types/report-view.ts';

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

/** 93 satisfied of 100 ballots, at a target of 90 %. */
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

/** A reporting month that is still open, with every part of the report filled. */
export const reportExample: ReportView = {
  unit: { code: 'dong-son', name: 'UBND xã Đông Sơn' },
  receiver: 'Sở Nội vụ',
  period: { id: 'BC-2024-02', kind: 'report-month', from: '2024-01-15', to: '2024-02-14', closed_at: null },
  as_of: '2024-02-14T16:20:00+07:00',
  alerts: [],
  ballots: { received: 110, set_aside: 3, counted: 100, pending: 7, carried_in: 0 },
  survey: [{ id: 'mot-cua-ngan', version: 1, sha256: 'a3f1'.repeat(16), counted: 100 }],
  indicator: indicatorExample,
  single_use: null,
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

/** A report with fewer than five ballots, so that no figure may be shown. `received` is 0–4. */
export const hiddenReport = (received: number): ReportView => ({
  ...reportExample,
  ...EMPTY_DETAILS,
  ballots: { received, set_aside: null, counted: null, pending: received, carried_in: 0 },
  indicator: NO_FIGURES,
});

/** Occurs in no other example: tests search pages for it. */
export const SECRET = 7717;

/** Its suppressed groups still have numbers; tests check that no page shows them. */
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
          counts: questionExample('', null, [SECRET, SECRET, SECRET, SECRET, SECRET, SECRET, SECRET]).counts,
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

export const allSetAsideReport: ReportView = {
  ...hiddenReport(6),
  ballots: { received: 6, set_aside: 6, counted: 0, pending: 0, carried_in: 0 },
  set_aside: { total: 6, by_reason: [{ reason: 'burst', n: 6, suppressed: false }] },
};

/** Five ballots: the fewest for which figures are shown, and then only counts. */
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

export const itemNamesExample: Readonly<Record<string, string>> = {
  overall: 'Nhìn chung, Ông/Bà hài lòng ở mức nào về lần này?',
  i25: 'Chỗ ngồi chờ và bàn viết',
  i28: 'Giấy tờ phải nộp',
  i31: 'Thái độ của cán bộ',
  i32: 'Cách cán bộ hướng dẫn làm hồ sơ',
  i34: 'Trả kết quả đúng ngày hẹn',
  i37: 'Cách gửi góp ý, phản ánh với xã',
};

/** HTML in a text from outside; tests check that pages escape it. */
export const HOSTILE = '<script>alert(1)</script>"\'&</style>';
