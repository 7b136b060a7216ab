import type { Examples } from '../preview/example.ts';
import type { TrialMark } from './TrialMark.tsx';

export const trialMarkExamples: Examples<typeof TrialMark> = [
  { name: 'over a poster', props: { text: 'BẢN THỬ' } },
];
