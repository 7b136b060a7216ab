import { countingRulesExample } from '../components/CountingRules.examples.ts';
import { officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderRulesPage } from './RulesPage.tsx';

const props = {
  ...officeExample,
  rules: countingRulesExample.setAside.map((rule) => ({ ...rule, href: `/quan-tri/quy-tac/${rule.id}` })),
  mayChange: true,
  trialCounts: null,
};

export const rulesPageExamples: PageExamples<typeof renderRulesPage> = [
  { name: 'on, off, learning, about to change', props },
  { name: 'in the trial', props: { ...props, trialCounts: [{ id: 'too-fast', n: 1_234 }] } },
  { name: 'to be read only', props: { ...props, mayChange: false } },
];
