import type { RuleStateView } from '../formatting/rule-words.ts';
import { staffVi } from '../messages/staff.vi.ts';
import type { Examples } from '../preview/example.ts';
import type { CountingRules, CountingRulesView } from './CountingRules.tsx';

const rule = (id: string, is_on: boolean, threshold: number | null): RuleStateView => ({
  ...{ id, is_on, threshold },
  since: '2024-01-01',
  next: null,
  learns_after_days: null,
});
const planned = (id: string, threshold: number) => ({ id, is_on: true, threshold, since: '2024-02-06' });

export const countingRulesExample: CountingRulesView = {
  minimumN: 30,
  isTrial: false,
  targets: [
    { percent: 90, since: '2024-01-01' },
    { percent: 92.5, since: '2024-07-01' },
  ],
  setAside: [
    rule('foreign-form', true, null),
    { ...rule('repeat-device', true, 2), next: planned('repeat-device', 1) },
    { ...rule('too-fast', false, 0.75), since: null, next: planned('too-fast', 0.75) },
    { ...rule('same-run', true, 20), learns_after_days: 20 },
    { ...rule('burst', false, 10), since: '2024-02-01' },
  ],
  surveys: [{ id: 'mot-cua-ngan', version: 1, sha256: 'a3f1'.repeat(16) }],
};

const props = {
  rules: countingRulesExample,
  formulas: ['share-satisfied/1', 'factor-mean/1'],
  words: staffVi,
};

export const countingRulesExamples: Examples<typeof CountingRules> = [
  { name: 'two targets', props },
  {
    name: 'no target, no survey, in the trial',
    props: { ...props, rules: { ...countingRulesExample, targets: [], surveys: [], isTrial: true } },
  },
];
