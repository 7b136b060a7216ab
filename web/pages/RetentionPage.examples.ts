import { officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderRetentionPage } from './RetentionPage.tsx';

type Pages = PageExamples<typeof renderRetentionPage>;

const props = {
  ...officeExample,
  months: 24,
  next: null,
  choices: [6, 12, 24, 36],
  chosen: '24',
  faults: [],
  mayChange: true,
};

export const retentionPageExamples: Pages = [
  { name: 'two years', props },
  { name: 'about to change', props: { ...props, next: { since: '2024-02-06', months: 12 } } },
  { name: 'to be read only', props: { ...props, mayChange: false } },
  { name: 'nothing chosen', props: { ...props, chosen: '', faults: [{ field: 'months', code: 'unknown' }] } },
];
