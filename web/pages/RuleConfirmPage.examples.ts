import { officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderRuleConfirmPage } from './RuleConfirmPage.tsx';

type Pages = PageExamples<typeof renderRuleConfirmPage>;

const props = {
  ...officeExample,
  id: 'burst',
  since: '2024-02-06',
  is_on: true,
  threshold: 10,
  action: '/quan-tri/quy-tac/burst',
  typed: { state: 'on', threshold: '10' },
};

export const ruleConfirmPageExamples: Pages = [
  { name: 'switched on', props },
  { name: 'switched off', props: { ...props, is_on: false, typed: { state: 'off', threshold: '10' } } },
  { name: 'one without a threshold', props: { ...props, id: 'foreign-form', threshold: null } },
];
