import { officeExample } from '../components/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderHeadlineConfirmPage } from './HeadlineConfirmPage.tsx';

type Pages = PageExamples<typeof renderHeadlineConfirmPage>;

const props = {
  ...officeExample,
  since: '2024-03-01',
  to: 'single-use',
  fields: { value: 'single-use' },
} as const;

export const headlineConfirmPageExamples: Pages = [
  { name: 'slips come first', props },
  { name: 'all ballots come first', props: { ...props, to: 'all' } },
];
