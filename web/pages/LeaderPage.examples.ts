import { alertExamples } from '../components/AlertList.examples.ts';
import { headlineExamples } from '../examples/headline.examples.ts';
import { signedInExample } from '../examples/office.examples.ts';
import { hiddenReport, itemNamesExample, reportExample, reportWith } from '../examples/report.examples.ts';
import { emptyTrend, trendExample } from '../examples/trend.examples.ts';
import type { LeaderPageProps } from './LeaderPage.tsx';

type Props = Omit<LeaderPageProps, 'assets'>;

const week = { id: '2024-W05', kind: 'week', from: '2024-01-29', to: '2024-02-04', closed_at: null };
const before = {
  id: 'BC-2024-01',
  kind: 'report-month',
  from: '2023-12-15',
  to: '2024-01-14',
  closed_at: '2024-01-20T00:00:00+07:00',
};
const yearBefore = {
  id: 'BC-2023-02',
  kind: 'report-month',
  from: '2023-01-15',
  to: '2023-02-14',
  closed_at: '2023-02-20T00:00:00+07:00',
};

const props: Props = {
  demo: false,
  signedIn: signedInExample,
  unitName: 'UBND xã Đông Sơn',
  now: { day: '2024-02-14' },
  seal: { day: '2024-02-13', short: 'ERXR-36D9' },
  openedOn: '2023-01-02',
  current: { report: reportExample },
  before: {
    report: reportWith(
      {
        numerator: 360,
        denominator: 400,
        percent: 90,
        neutral: 25,
        dissatisfied: 15,
        interval: { low: 86.67, high: 92.57 },
      },
      { period: before },
    ),
    change: { id: 'overall', difference_points: 3, called: null },
  },
  yearBefore: {
    report: reportWith(
      {
        numerator: 310,
        denominator: 400,
        percent: 77.5,
        neutral: 60,
        dissatisfied: 30,
        interval: { low: 73.16, high: 81.32 },
        verdict: 'not-met',
        certain: true,
      },
      { period: yearBefore },
    ),
    change: { id: 'year-before', difference_points: 15.5, called: 'up' },
  },
  year: {
    year: '2024',
    months: [
      { period: before, percent: 95.1, mark: 'met', isOpen: false },
      { period: reportExample.period, percent: 93, mark: 'unsure', isOpen: true },
      { period: { ...before, id: 'BC-2024-03' }, percent: 81.3, mark: 'not-met', isOpen: false },
      { period: { ...before, id: 'BC-2024-04' }, percent: null, mark: null, isOpen: false },
    ],
    quarters: [
      {
        period: { ...before, id: 'BC-2024-Q1', kind: 'report-quarter' },
        percent: 92.4,
        mark: 'unsure',
        isOpen: true,
      },
    ],
  },
  closedCounters: [],
  lowCounters: [
    {
      code: 'k7mpx',
      name: 'Quầy 1: Tư pháp – Hộ tịch',
      numerator: 38,
      denominator: 60,
      isBelowTarget: true,
      points: -9.1,
    },
    {
      code: 'q2wna',
      name: 'Quầy 2: Địa chính – Xây dựng',
      numerator: 15,
      denominator: 28,
      isBelowTarget: true,
      points: null,
    },
  ],
  comments: { unread: 17, total: 31 },
  counterChanges: [
    { id: 'k7mpx', difference_points: -9.1, called: 'down' },
    { id: 'q2wna', difference_points: null, called: null },
  ],
  counterMinimum: 30,
  options: {
    periods: [
      week,
      { id: '2024-W04', kind: 'week', from: '2024-01-22', to: '2024-01-28' },
      { id: '2024-01', kind: 'month', from: '2024-01-01', to: '2024-01-31' },
      { id: '2024-Q1', kind: 'quarter', from: '2024-01-01', to: '2024-03-31' },
      { id: '2024-H1', kind: 'half', from: '2024-01-01', to: '2024-06-30' },
      { id: '2024', kind: 'year', from: '2024-01-01', to: '2024-12-31' },
      reportExample.period,
      { id: 'BC-2024-01', kind: 'report-month', from: '2023-12-15', to: '2024-01-14' },
      { id: 'BC-2024-Q1', kind: 'report-quarter', from: '2023-12-15', to: '2024-03-14' },
    ],
  },
  trend: trendExample,
  fixFirst: [
    { item: 'i34', marked_low: 4, dissatisfied_total: 7 },
    { item: 'i28', marked_low: 2, dissatisfied_total: 7 },
    { item: 'i25', marked_low: 1, dissatisfied_total: 7 },
  ],
  topReason: 'Trả chậm',
  meanScore: { rule: 'mean-score/1', percent: 86.4 },
  itemNames: itemNamesExample,
};

const longName =
  'UBND xã Đông Sơn – Bộ phận Tiếp nhận và Trả kết quả giải quyết thủ tục hành chính theo cơ chế một cửa, một cửa liên thông';

export const leaderPageExamples: readonly { readonly name: string; readonly props: Props }[] = [
  ...headlineExamples.map(({ name, report }) => ({
    name,
    props: {
      ...props,
      current: { report },
      fixFirst: report.indicator.suppressed ? [] : props.fixFirst,
      meanScore: report.indicator.percent === null ? null : props.meanScore,
    },
  })),
  {
    name: 'the first day of all',
    props: {
      ...props,
      seal: null,
      current: { report: hiddenReport(0) },
      options: { periods: [] },
      before: null,
      yearBefore: null,
      counterChanges: [],
      lowCounters: [],
      comments: { unread: 0, total: 0 },
      year: { year: '2024', months: [], quarters: [] },
      meanScore: null,
      trend: emptyTrend,
      fixFirst: [],
      topReason: null,
    },
  },
  {
    name: 'made-up data, long names, more ballots than transactions',
    props: {
      ...props,
      demo: true,
      unitName: longName,
      current: {
        report: { ...reportExample, response_rate_percent: 131.25 },
      },
      itemNames: { ...itemNamesExample, i34: 'Trả kết quả giải quyết thủ tục hành chính đúng ngày hẹn' },
    },
  },
  {
    name: 'every kind of alert',
    props: {
      ...props,
      current: { report: { ...reportExample, alerts: alertExamples } },
    },
  },
  {
    name: 'nobody dissatisfied',
    props: {
      ...props,
      fixFirst: [],
      topReason: null,
      current: {
        report: reportWith({ numerator: 100, percent: 100, neutral: 0, dissatisfied: 0, certain: true }),
      },
    },
  },
  {
    name: 'more weeks than a phone shows',
    props: {
      ...props,
      trend: ['2022', '2023'].flatMap((year) =>
        trendExample.map((point) => ({
          ...point,
          period: { ...point.period, id: `${year} ${point.period.id}` },
        })),
      ),
    },
  },
];
