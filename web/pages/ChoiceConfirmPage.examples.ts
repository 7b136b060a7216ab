import { officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderChoiceConfirmPage } from './ChoiceConfirmPage.tsx';

type Pages = PageExamples<typeof renderChoiceConfirmPage>;

const props = {
  ...officeExample,
  name: 'headline_figure',
  address: '/quan-tri/con-so-chinh',
  since: '2024-03-01',
  to: 'single-use',
  fields: { value: 'single-use' },
} as const;

const tick = { ...props, name: 'suggestion_tick', address: '/quan-tri/o-goi-y' } as const;

export const choiceConfirmPageExamples: Pages = [
  { name: 'slips come first', props },
  { name: 'all ballots come first', props: { ...props, to: 'all' } },
  { name: 'the suggestion tick appears', props: { ...tick, to: 'on', fields: { value: 'on' } } },
  { name: 'the suggestion tick goes', props: { ...tick, to: 'off', fields: { value: 'off' } } },
];
