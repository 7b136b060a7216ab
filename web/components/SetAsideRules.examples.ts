import type { Examples } from '../preview/example.ts';
import { countingRulesExample } from './CountingRules.examples.ts';
import type { SetAsideRules } from './SetAsideRules.tsx';

export const setAsideRulesExamples: Examples<typeof SetAsideRules> = [
  {
    name: 'on, off, learning, about to change',
    props: { rules: countingRulesExample.setAside, locale: 'vi' },
  },
  { name: 'in English', props: { rules: countingRulesExample.setAside, locale: 'en' } },
];
