import { counterNamesExample } from '../examples/office.examples.ts';
import type { Examples } from '../preview/example.ts';
import type { MissingDays } from './MissingDays.tsx';

const props = {
  missing: [
    { day: '2024-01-29', counters: ['k7mpx', 'q2wna', 'z9h4t'] },
    { day: '2024-01-30', counters: ['z9h4t'] },
  ],
  counters: counterNamesExample,
  isWholeUnit: true,
  mayEnter: true,
  faults: [],
};

export const missingDaysExamples: Examples<typeof MissingDays> = [
  { name: 'two days', props },
  { name: 'none', props: { ...props, missing: [] } },
  { name: 'to be read only', props: { ...props, mayEnter: false } },
  { name: 'nothing chosen', props: { ...props, faults: [{ field: 'days', code: 'days-missing' }] } },
];
