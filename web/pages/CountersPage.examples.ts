import { fieldOptionsExample, LONG_NAME, officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { CounterSettingsView, renderCountersPage } from './CountersPage.tsx';

export const counterSettingsExample: CounterSettingsView = {
  href: '/quan-tri/quay/k7mpx',
  code: 'k7mpx',
  name: 'Quầy 1: Tư pháp – Hộ tịch',
  channel: 'poster',
  field: 'Tư pháp – Hộ tịch',
  survey: { id: 'mot-cua-ngan', version: 1 },
  isOpen: true,
  isMerged: false,
  successor: null,
};

const props = {
  ...officeExample,
  counters: [
    counterSettingsExample,
    { ...counterSettingsExample, code: 'z9h4t', name: LONG_NAME, field: null, survey: null, isOpen: false },
    {
      ...counterSettingsExample,
      code: 'q2wna',
      name: 'Quầy 2',
      isOpen: false,
      isMerged: true,
      successor: LONG_NAME,
    },
  ],
  fields: fieldOptionsExample,
  typed: { name: '', channel: 'poster', field: '' },
  faults: [],
  mayChange: true,
};

export const countersPageExamples: PageExamples<typeof renderCountersPage> = [
  { name: 'open, closed and merged', props },
  { name: 'none yet', props: { ...props, counters: [] } },
  { name: 'to be read only', props: { ...props, mayChange: false } },
  { name: 'faulty', props: { ...props, faults: [{ field: 'name', code: 'counter-name-missing' }] } },
];
