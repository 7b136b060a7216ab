import type { Examples } from '../preview/example.ts';
import type { FieldFault } from './FieldFault.tsx';

export const fieldFaultExamples: Examples<typeof FieldFault> = [
  { name: 'in Vietnamese', props: { id: 'overall-fault', code: 'overall-missing', locale: 'vi' } },
  { name: 'in English', props: { id: 'comment-fault', code: 'comment-too-long', locale: 'en' } },
];
