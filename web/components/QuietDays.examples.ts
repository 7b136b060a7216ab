import type { Examples } from '../preview/example.ts';
import type { QuietDays } from './QuietDays.tsx';

const quiet = {
  working_days: 22,
  days: 4,
  spans: [
    { from: '2024-01-17', to: '2024-01-17', days: 1 },
    { from: '2024-01-24', to: '2024-01-26', days: 3 },
  ],
};

export const quietDaysExamples: Examples<typeof QuietDays> = [
  { name: 'a day and some days on end', props: { quiet, locale: 'vi' } },
  { name: 'none', props: { quiet: { ...quiet, days: 0, spans: [] }, locale: 'vi' } },
  {
    name: 'opening hours not known',
    props: { quiet: { working_days: 0, days: 0, spans: [] }, locale: 'vi' },
  },
  { name: 'in English', props: { quiet, locale: 'en' } },
];
