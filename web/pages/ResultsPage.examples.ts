import { alertExamples } from '../components/AlertList.examples.ts';
import { countingRulesExample } from '../components/CountingRules.examples.ts';
import { headlineExamples } from '../examples/headline.examples.ts';
import { hiddenReport, itemNamesExample, reportExample } from '../examples/report.examples.ts';
import { emptyTrend, trendExample } from '../examples/trend.examples.ts';
import type { ResultsPageProps } from './ResultsPage.tsx';

type Props = Omit<ResultsPageProps, 'assets'>;

const props: Props = {
  locale: 'vi',
  demo: false,
  unitName: 'UBND xã Đông Sơn',
  contactPhone: '0238 3851 234',
  receivedTotal: 1234,
  current: { report: reportExample },
  before: {
    report: {
      ...reportExample,
      period: { ...reportExample.period, id: 'BC-2024-01', from: '2023-12-15', to: '2024-01-14' },
    },
    change: { id: 'overall', difference_points: 0, called: null },
  },
  options: [
    { id: '2024-W05', kind: 'week', from: '2024-01-29', to: '2024-02-04' },
    { id: '2024-W04', kind: 'week', from: '2024-01-22', to: '2024-01-28' },
    { id: 'BC-2024-Q1', kind: 'report-quarter', from: '2023-12-15', to: '2024-03-14' },
    { id: 'BC-2024', kind: 'report-year', from: '2023-12-15', to: '2024-12-14' },
  ],
  trend: trendExample,
  rules: countingRulesExample,
  events: [
    { day: '2024-01-08', kind: 'restored', params: { copied_on: null } },
    { day: '2024-02-05', kind: 'restored', params: { copied_on: '2024-02-04' } },
    { day: '2024-02-05', kind: 'rules-begun', params: { rules: ['foreign-form', 'repeat-device'] } },
    {
      day: '2024-02-05',
      kind: 'rule-changed',
      params: {
        rule: 'repeat-device',
        since: '2024-02-06',
        is_on: true,
        threshold: 1,
        was_on: true,
        was_threshold: 2,
      },
    },
    {
      day: '2024-02-05',
      kind: 'rule-learned',
      params: { rule: 'too-fast', since: '2024-02-06', threshold: 0.75, days: 20 },
    },
  ],
  lowCounters: ['k7mpx'],
  closedCounters: [],
  openCounters: [{ code: 'k7mpx', name: 'Quầy 1: Tư pháp – Hộ tịch' }],
  improvements: 'Thêm 12 ghế ở chỗ chờ.\nDanh mục giấy tờ in chữ to.',
  quietDays: {
    working_days: 43,
    days: 7,
    spans: [
      { from: '2024-01-02', to: '2024-01-02', days: 1 },
      { from: '2024-02-05', to: '2024-02-13', days: 6 },
    ],
  },
  seal: {
    day: '2024-02-14',
    short: 'ERXR-36D9',
    chain: '763b8199a9ed520fdfb0066921ec0d0a893c96328326daf3e23353059f84a805',
  },
  itemNames: itemNamesExample,
  otherLocaleHref: '/ket-qua?lang=en',
};

const englishNames = {
  overall: 'Overall, how satisfied are you with this visit?',
  i25: 'Waiting seats and writing desks',
  i28: 'The papers you had to hand in',
  i31: 'How the staff treated you',
  i32: 'How the staff explained the dossier',
  i34: 'Result returned on the promised day',
  i37: 'Ways to send feedback or complaints',
};

export const resultsPageExamples: readonly { readonly name: string; readonly props: Props }[] = [
  ...headlineExamples.map(({ name, report }) => ({
    name,
    props: { ...props, current: { report } },
  })),
  ...headlineExamples.map(({ name, report }) => ({
    name: `${name}, in English`,
    props: {
      ...props,
      locale: 'en' as const,
      itemNames: englishNames,
      otherLocaleHref: '/ket-qua?lang=vi',
      current: { report },
    },
  })),
  {
    name: 'alerts, in English',
    props: {
      ...props,
      locale: 'en' as const,
      itemNames: englishNames,
      otherLocaleHref: '/ket-qua?lang=vi',
      current: { report: { ...reportExample, alerts: alertExamples.slice(0, 2) } },
    },
  },
  {
    name: 'the first day of all, made-up data',
    props: {
      ...props,
      demo: true,
      contactPhone: null,
      receivedTotal: 0,
      current: { report: hiddenReport(0) },
      options: [],
      trend: emptyTrend,
      rules: { ...props.rules, targets: [] },
      events: [],
      quietDays: { working_days: 0, days: 0, spans: [] },
      seal: null,
    },
  },
];
