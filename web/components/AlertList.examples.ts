import { LONG_NAME } from '../examples/office.examples.ts';
import { figuresEn } from '../messages/figures.en.ts';
import { staffVi } from '../messages/staff.vi.ts';
import type { Examples } from '../preview/example.ts';
import type { AlertView } from '../types/report-view.ts';
import type { AlertList } from './AlertList.tsx';

const day = { from: '2024-02-05', to: '2024-02-05' };
const week = { from: '2024-01-29', to: '2024-02-04' };
const history = {
  history_days: 40,
  history_from: '2023-12-11',
  history_to: '2024-02-02',
  mean: 10.93,
  deviation: 4.02,
  cautious_mean: 11.59,
  cautious_variance: 21.3,
};
const unlikely = { one_in: 31_250, alert_from_one_in: 2_500 };
const gap = { against: 'slip', n: 200, satisfied: 190, other_n: 80, other_satisfied: 60 };

const certain = { one_in: null, alert_from_one_in: null };

const alert = (id: string, params: AlertView['params']): AlertView => ({
  id,
  params: { counter: null, channel: null, ...day, ...unlikely, ...params },
});

/** One alert of each kind, including those that occur only in closed reports. */
export const alertExamples: readonly AlertView[] = [
  alert('more-than-transactions', { ...week, ...certain, observed: 103, expected: 96, transactions: 96 }),
  alert('sudden-rise', {
    ...history,
    to: '2024-02-07',
    observed: 1204,
    expected: 131.14,
    working_days: 3,
    one_in: 1_000_000,
  }),
  alert('sudden-rise', { ...history, counter: 'k7mpx', observed: 41, expected: 10.93, working_days: 1 }),
  alert('odd-hours', {
    ...history,
    channel: 'slip',
    observed: 18,
    expected: 0.25,
    one_in: 1_000_000,
    alert_from_one_in: 14_640,
  }),
  alert('silent-counter', {
    ...history,
    counter: 'k7mpx',
    to: '2024-02-06',
    observed: 0,
    expected: 21.86,
    working_days: 2,
    none_in_a_day_percent: 0.04,
  }),
  alert('channel-gap', { ...week, ...gap, channel: 'poster', observed: 95, expected: 75 }),
  alert('batch-use', {
    counter: 'k7mpx',
    channel: 'slip',
    from: '2024-01-15',
    to: '2024-02-04',
    observed: 98,
    expected: 37.5,
    slips: 100,
    used: 98,
    other_batches: 2,
    other_slips: 200,
    other_used: 75,
  }),
  alert('one-network', { ...certain, observed: 800, expected: 0, received: 823, minutes: 10 }),
];

const props = { alerts: alertExamples, counterNames: { k7mpx: LONG_NAME }, words: staffVi } as const;

export const alertListExamples: Examples<typeof AlertList> = [
  { name: 'one of every kind, at a counter with the longest name', props },
  {
    name: 'one, at a counter whose name is not known',
    props: { ...props, alerts: alertExamples.slice(2, 3), counterNames: {} },
  },
  { name: 'in English', props: { ...props, alerts: alertExamples.slice(0, 4), words: figuresEn } },
  { name: 'none', props: { ...props, alerts: [] } },
];
