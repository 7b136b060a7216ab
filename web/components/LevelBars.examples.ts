import { hiddenReport, itemNamesExample, reportExample } from '../examples/report.examples.ts';
import { staffVi } from '../messages/staff.vi.ts';
import type { Examples } from '../preview/example.ts';
import type { LevelBars } from './LevelBars.tsx';

const props = {
  questions: reportExample.questions,
  itemNames: {
    ...itemNamesExample,
    i28: 'Thành phần hồ sơ khi giải quyết thủ tục hành chính theo cơ chế một cửa, một cửa liên thông',
  },
  target: 90,
  minimum: 30,
  words: staffVi,
};

export const levelBarsExamples: Examples<typeof LevelBars> = [
  { name: 'seven questions, one with too few ballots', props },
  { name: 'nothing to show', props: { ...props, questions: hiddenReport(0).questions } },
];
