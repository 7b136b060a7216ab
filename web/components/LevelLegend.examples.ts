import { staffMessages } from '../messages/staff.ts';
import type { Examples } from '../preview/example.ts';
import type { LevelLegend } from './LevelLegend.tsx';

export const levelLegendExamples: Examples<typeof LevelLegend> = [
  { name: 'in Vietnamese', props: { words: staffMessages('vi') } },
];
