import { staffVi } from '../messages/staff.vi.ts';
import type { Examples } from '../preview/example.ts';
import type { CountingRules, CountingRulesView } from './CountingRules.tsx';

export const countingRulesExample: CountingRulesView = {
  minimumN: 30,
  isTrial: false,
  targets: [
    { percent: 90, since: '2024-01-01' },
    { percent: 92.5, since: '2024-07-01' },
  ],
  setAside: [
    {
      id: 'foreign-form',
      is_on: true,
      threshold: null,
      since: '2024-01-01',
      next: null,
      learns_after_days: null,
    },
    {
      id: 'repeat-device',
      is_on: true,
      threshold: 2,
      since: '2024-01-01',
      next: { id: 'repeat-device', is_on: true, threshold: 1, since: '2024-02-06' },
      learns_after_days: null,
    },
    {
      id: 'too-fast',
      is_on: false,
      threshold: 0.75,
      since: null,
      next: { id: 'too-fast', is_on: true, threshold: 0.75, since: '2024-02-06' },
      learns_after_days: null,
    },
    { id: 'same-run', is_on: true, threshold: 20, since: '2024-01-01', next: null, learns_after_days: 20 },
    { id: 'burst', is_on: false, threshold: 10, since: '2024-02-01', next: null, learns_after_days: null },
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
