import { weeksVi } from '../messages/weeks.vi.ts';
import type { Examples } from '../preview/example.ts';
import type { WeekChoice, WeekChoices } from './WeekChoices.tsx';

const week = (id: string, from: string, to: string): WeekChoice => ({
  id,
  from,
  to,
  href: `/can-bo?tuan=${id}`,
  isSelected: id === '2024-W05',
  isRunning: id === '2024-W06',
});
const weeks = [
  week('2024-W06', '2024-02-05', '2024-02-11'),
  week('2024-W05', '2024-01-29', '2024-02-04'),
  week('2024-W04', '2024-01-22', '2024-01-28'),
  week('2023-W52', '2023-12-25', '2023-12-31'),
];

export const weekChoicesExamples: Examples<typeof WeekChoices> = [
  { name: 'three months, the last one running', props: { weeks, words: weeksVi } },
  { name: 'the first week', props: { weeks: weeks.slice(0, 1), words: weeksVi } },
];
