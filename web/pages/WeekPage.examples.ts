import { alertExamples } from '../components/AlertList.examples.ts';
import { sealExample } from '../components/LatestSeal.examples.ts';
import { headlineExamples } from '../examples/headline.examples.ts';
import { signedInExample } from '../examples/office.examples.ts';
import {
  fiveBallotsReport,
  hiddenReport,
  itemNamesExample,
  reportExample,
} from '../examples/report.examples.ts';
import { trendExample } from '../examples/trend.examples.ts';
import type { WeekPageProps } from './WeekPage.tsx';

const coming = { id: '2024-W08', kind: 'week', from: '2024-02-19', to: '2024-02-25', closed_at: null };

type Props = Omit<WeekPageProps, 'assets'>;

const period = {
  id: '2024-W05',
  kind: 'week',
  from: '2024-01-29',
  to: '2024-02-04',
  closed_at: '2024-02-10T00:00:00+07:00',
};
const running = { id: '2024-W06', kind: 'week', from: '2024-02-05', to: '2024-02-11', closed_at: null };

const props: Props = {
  seal: sealExample,
  demo: false,
  signedIn: signedInExample,
  unitName: 'UBND xã Đông Sơn',
  today: '2024-02-08',
  openedOn: '2024-01-29',
  weeks: [running, period],
  runningWeek: running.id,
  fourWeeksHref: '/can-bo?tuan=4-tuan',
  lowCounters: [
    {
      code: 'k7mpx',
      name: 'Quầy 1: Tư pháp – Hộ tịch',
      numerator: 40,
      denominator: 60,
      isBelowTarget: true,
      points: null,
    },
  ],
  fixFirst: [
    { item: 'i34', marked_low: 4, dissatisfied_total: 7 },
    { item: 'i28', marked_low: 2, dissatisfied_total: 7 },
  ],
  topReason: 'Trả chậm',
  closedCounters: [],
  trend: trendExample.slice(0, -1),
  comments: {
    unread: 17,
    latest: [{ text: 'Giấy hẹn ghi thứ năm mà thứ sáu chưa có.', counterName: 'Quầy 1: Tư pháp – Hộ tịch' }],
  },
  week: {
    report: {
      ...reportExample,
      period,
      as_of: period.closed_at,
      ballots: { received: 103, set_aside: 3, counted: 100, pending: 0, carried_in: 0 },
    },
  },
  before: reportExample,
  changes: [
    { id: 'overall', difference_points: 0, called: null },
    { id: 'i34', difference_points: -12.5, called: 'down' },
    { id: 'k7mpx', difference_points: 9.7, called: 'up' },
  ],
  since: { report: { ...reportExample, period: running } },
  prevHref: '/can-bo?tuan=2024-W04',
  nextHref: '/can-bo?tuan=2024-W06',
  counters: reportExample.counters.map(({ code, name }) => ({
    code,
    name,
    selected: false,
  })),
  seesUnit: true,
  chips: [
    { item: 'i34', text: 'Trả chậm', n: 9 },
    { item: 'i28', text: 'Bị đòi thêm giấy tờ', n: 5 },
  ],
  itemNames: itemNamesExample,
};

export const weekPageExamples: readonly { readonly name: string; readonly props: Props }[] = [
  { name: 'an ordinary week', props },
  ...headlineExamples.map(({ name, report }) => ({
    name,
    props: { ...props, week: { report: { ...report, period } } },
  })),
  {
    name: 'clearly better than the week before',
    props: { ...props, changes: [{ id: 'overall', difference_points: 8.3, called: 'up' }] },
  },
  {
    name: 'clearly worse than the week before',
    props: { ...props, changes: [{ id: 'overall', difference_points: -8.3, called: 'down' }] },
  },
  {
    name: 'one counter',
    props: {
      ...props,
      counters: props.counters.map((counter, index) => ({ ...counter, selected: index === 0 })),
    },
  },
  {
    name: 'a quiet counter',
    props: {
      ...props,
      week: { report: { ...hiddenReport(3), period } },
      counters: props.counters.map((counter, index) => ({ ...counter, selected: index === 0 })),
      trend: [],
      comments: { unread: 0, latest: [] },
    },
  },
  {
    name: 'alerts in both weeks',
    props: {
      ...props,
      week: { ...props.week, report: { ...props.week.report, alerts: alertExamples.slice(0, 4) } },
      since: { report: { ...reportExample, period: running, alerts: alertExamples.slice(2, 4) } },
    },
  },
  {
    name: 'the running week',
    props: { ...props, week: { ...props.week, report: { ...reportExample, period: running } }, since: null },
  },
  {
    name: 'a week that has not come',
    props: {
      ...props,
      week: { report: { ...hiddenReport(0), period: coming } },
      changes: [],
      since: null,
      prevHref: '/can-bo?tuan=2024-W07',
      nextHref: null,
      chips: [],
    },
  },
  {
    name: 'the first week of all, empty',
    props: {
      ...props,
      week: { report: { ...hiddenReport(0), period } },
      before: null,
      changes: [],
      since: { report: { ...hiddenReport(0), period: running } },
      prevHref: null,
      nextHref: null,
      chips: [],
    },
  },
  {
    name: 'made-up data, nothing set aside, five ballots',
    props: {
      ...props,
      demo: true,
      week: {
        report: { ...fiveBallotsReport, period, set_aside: { total: 0, by_reason: [] } },
      },
      before: null,
      since: null,
      changes: [],
      chips: [],
      counters: [],
    },
  },
];
