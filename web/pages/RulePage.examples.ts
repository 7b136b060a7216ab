import { officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderRulePage } from './RulePage.tsx';

type Pages = PageExamples<typeof renderRulePage>;

const props = {
  ...officeExample,
  rule: {
    id: 'burst',
    is_on: false,
    threshold: 10,
    since: '2024-02-01',
    next: null,
    learns_after_days: null,
  },
  range: { min: 2, max: 100, step: 1 },
  since: '2024-02-06',
  action: '/quan-tri/quy-tac/burst',
  back: '/quan-tri/quy-tac',
  typed: null,
  faults: [],
  mayChange: true,
};

export const rulePageExamples: Pages = [
  { name: 'off', props },
  {
    name: 'learning',
    props: {
      ...props,
      rule: { ...props.rule, id: 'same-run', threshold: 20, since: null, learns_after_days: 20 },
    },
  },
  {
    name: 'one without a threshold',
    props: {
      ...props,
      rule: { ...props.rule, id: 'foreign-form', is_on: true, threshold: null },
      range: null,
    },
  },
  { name: 'to be read only', props: { ...props, mayChange: false } },
  {
    name: 'faulty',
    props: {
      ...props,
      typed: { state: '', threshold: 'x' },
      faults: [{ field: 'threshold', code: 'threshold-form' }],
    },
  },
];
