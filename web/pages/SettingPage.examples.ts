import { officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderSettingPage, SettingView } from './SettingPage.tsx';

const nothing = { rows: [], now: null, latest: null, limits: null, typed: null, faults: [] };
const target: SettingView = {
  ...nothing,
  name: 'target_percent',
  rows: [
    { since: '2023-01-01', value: 85, state: 'past', mayWithdraw: false },
    { since: '2024-01-01', value: 90, state: 'in-force', mayWithdraw: false },
    { since: '2024-03-01', value: 92.5, state: 'planned', mayWithdraw: true },
  ],
  now: 90,
  latest: 92.5,
};
const minimum: SettingView = { ...nothing, name: 'minimum_n' };
const props = {
  ...officeExample,
  path: '/quan-tri/muc-tieu',
  settings: [target, minimum],
  exampleDay: '2024-03-01',
  isSaved: false,
  mayChange: true,
};

const sipas: SettingView = { ...nothing, name: 'sipas' };
const portal: SettingView = { ...nothing, name: 'dvcqg-766' };
const figure = { period: '2023', percent: 82.66, source: 'Bộ Nội vụ, 12/04/2024' };
const months: SettingView = { ...nothing, name: 'comment_months', now: 24, latest: 24 };
const off = { is_on: false, threshold: 10 };
const on = { is_on: true, threshold: 4 };
const burst: SettingView = {
  ...nothing,
  name: 'rule_burst',
  rows: [
    { since: '2024-01-01', value: off, state: 'in-force', mayWithdraw: false },
    { since: '2024-02-06', value: on, state: 'planned', mayWithdraw: true },
  ],
  now: off,
  latest: on,
  limits: { min: 2, max: 500, step: 1 },
};
const rule = { ...props, path: '/quan-tri/quy-tac/burst', settings: [burst] };

export const settingPageExamples: PageExamples<typeof renderSettingPage> = [
  { name: 'numbers: past, in force, planned; and never set', props },
  { name: 'to be read only', props: { ...props, mayChange: false } },
  {
    name: 'numbers, faulty',
    props: {
      ...props,
      settings: [
        {
          ...target,
          typed: { value: '', since: 'mai' },
          faults: [
            { field: 'value', code: 'value-missing' },
            { field: 'since', code: 'planned-later', params: { day: '2024-03-01' } },
            { field: 'planned', code: 'in-force' },
          ],
        },
        minimum,
      ],
    },
  },
  {
    name: 'figures of others, one just saved',
    props: {
      ...props,
      path: '/quan-tri/sipas',
      isSaved: true,
      settings: [
        {
          ...sipas,
          rows: [
            { since: '2024-01-01', value: null, state: 'past', mayWithdraw: false },
            { since: '2024-02-05', value: figure, state: 'in-force', mayWithdraw: false },
          ],
          now: figure,
          latest: figure,
        },
        portal,
      ],
    },
  },
  {
    name: 'keeping comments, to change tomorrow, and nothing chosen',
    props: {
      ...props,
      path: '/quan-tri/luu-giu',
      settings: [
        {
          ...months,
          rows: [{ since: '2024-02-06', value: 12, state: 'planned', mayWithdraw: true }],
          latest: 12,
          typed: {},
          faults: [{ field: 'months', code: 'value-missing' }],
        },
      ],
    },
  },
  {
    name: 'a rule without a threshold',
    props: {
      ...rule,
      path: '/quan-tri/quy-tac/foreign-form',
      settings: [
        {
          ...nothing,
          name: 'rule_foreign_form',
          now: { is_on: true, threshold: null },
          latest: { is_on: true, threshold: null },
        },
      ],
    },
  },
  {
    name: 'a rule that is off and will be on, faulty',
    props: {
      ...rule,
      settings: [
        {
          ...burst,
          typed: { state: '', threshold: 'x' },
          faults: [
            { field: 'state', code: 'state-missing' },
            { field: 'threshold', code: 'threshold-invalid' },
          ],
        },
      ],
    },
  },
];
