import { officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderChoicePage } from './ChoicePage.tsx';

type Pages = PageExamples<typeof renderChoicePage>;

const props = {
  ...officeExample,
  name: 'headline_figure',
  address: '/quan-tri/con-so-chinh',
  choices: ['all', 'single-use'],
  current: 'all',
  rows: [
    { since: '2024-01-01', value: 'all', state: 'in-force' },
    { since: '2024-03-01', value: 'single-use', state: 'planned' },
  ],
  typed: { value: '', since: '' },
  exampleDay: '2024-03-01',
  faults: [],
  mayChange: true,
} as const;

const tick = {
  ...props,
  name: 'suggestion_tick',
  address: '/quan-tri/o-goi-y',
  choices: ['off', 'on'],
  current: 'off',
  rows: [],
} as const;

export const choicePageExamples: Pages = [
  { name: 'a change is planned', props },
  { name: 'never changed', props: { ...props, rows: [] } },
  { name: 'to be read only', props: { ...props, mayChange: false } },
  {
    name: 'faulty',
    props: {
      ...props,
      typed: { value: 'all', since: 'mai' },
      faults: [
        { field: 'value', code: 'value-same', day: null },
        { field: 'since', code: 'day-malformed', day: null },
      ],
    },
  },
  { name: 'the suggestion tick, never changed', props: tick },
  {
    name: 'the suggestion tick, on and to be switched off',
    props: {
      ...tick,
      current: 'on',
      rows: [
        { since: '2023-10-01', value: 'off', state: 'past' },
        { since: '2024-01-01', value: 'on', state: 'in-force' },
        { since: '2024-03-01', value: 'off', state: 'planned' },
      ],
    },
  },
  {
    name: 'the suggestion tick, faulty',
    props: {
      ...tick,
      typed: { value: 'off', since: '' },
      faults: [
        { field: 'value', code: 'value-same', day: null },
        { field: 'since', code: 'day-malformed', day: null },
      ],
    },
  },
];
