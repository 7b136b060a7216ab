import { counterNamesExample, LONG_NAME, officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderCounterConfirmPage } from './CounterConfirmPage.tsx';

type Pages = PageExamples<typeof renderCounterConfirmPage>;

const props = {
  ...officeExample,
  act: 'close',
  counter: { name: LONG_NAME, href: '/quan-tri/quay/z9h4t' },
  successor: null,
} as const;

export const counterConfirmPageExamples: Pages = [
  { name: 'closed, none in its place', props },
  { name: 'closed, another in its place', props: { ...props, successor: counterNamesExample[0] } },
  { name: 'merged', props: { ...props, act: 'merge', successor: counterNamesExample[1] } },
];
