import type { Examples } from '../preview/example.ts';
import type { SuggestedShare } from './SuggestedShare.tsx';

const some = { asked: 96, ticked: 7, suppressed: false };

export const suggestedShareExamples: Examples<typeof SuggestedShare> = [
  { name: 'some', props: { suggested: some, locale: 'vi' } },
  { name: 'some, in English', props: { suggested: some, locale: 'en' } },
  { name: 'nobody', props: { suggested: { ...some, ticked: 0 }, locale: 'vi' } },
  {
    name: 'too few to be shown',
    props: { suggested: { asked: null, ticked: null, suppressed: true }, locale: 'vi' },
  },
];
