import { LONG_NAME, officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderSettingConfirmPage } from './SettingConfirmPage.tsx';

const props = {
  ...officeExample,
  today: '2024-02-05',
  path: '/quan-tri/muc-tieu',
  fields: { setting: 'target_percent', value: '92,5', since: '01/03/2024' },
};
const change = { act: 'change', since: '2024-03-01', effects: {} } as const;
const withdraw = { act: 'withdraw', since: '2024-03-01' } as const;
const rule = { name: 'rule_burst' } as const;
const off = { is_on: false, threshold: 10 };
const on = { is_on: true, threshold: 4 };
const survey = {
  act: 'change',
  since: '2024-03-01',
  survey: { id: 'mot-cua-day-du', version: 1, title: 'Phiếu đầy đủ về giải quyết thủ tục hành chính' },
  counters: null,
} as const;

export const settingConfirmPageExamples: PageExamples<typeof renderSettingConfirmPage> = [
  { name: 'a number', props: { ...props, asked: { ...change, name: 'target_percent', from: 90, to: 92.5 } } },
  {
    name: 'a first number, from today on',
    props: { ...props, asked: { ...change, name: 'minimum_n', since: '2024-02-05', from: null, to: 50 } },
  },
  {
    name: 'a number withdrawn',
    props: { ...props, asked: { ...withdraw, name: 'minimum_n', withdrawn: 50, stays: 30 } },
  },
  {
    name: 'comments kept for less time',
    props: {
      ...props,
      asked: { ...change, name: 'comment_months', from: 24, to: 6, effects: { keptFrom: '2023-08-07' } },
    },
  },
  { name: 'a rule switched on', props: { ...props, asked: { ...change, ...rule, from: off, to: on } } },
  {
    name: 'a change of a rule withdrawn',
    props: { ...props, asked: { ...withdraw, ...rule, withdrawn: on, stays: off } },
  },
  {
    name: 'opening hours withdrawn',
    props: {
      ...props,
      asked: { ...withdraw, name: 'opening_hours', withdrawn: { week: [] }, stays: { week: [] } },
    },
  },
  { name: 'a survey at all counters', props: { ...props, asked: survey } },
  {
    name: 'a survey from today on, at one',
    props: { ...props, asked: { ...survey, since: '2024-02-05', counters: [LONG_NAME] } },
  },
  { name: 'a survey withdrawn', props: { ...props, asked: { ...survey, act: 'withdraw' } } },
];
