import { leaderVi } from '../messages/leader.vi.ts';
import { weeksVi } from '../messages/weeks.vi.ts';
import type { Examples } from '../preview/example.ts';
import type { PeriodWithoutSurvey } from './PeriodWithoutSurvey.tsx';

const period = { id: 'BC-2024-02', kind: 'report-month', from: '2024-01-15', to: '2024-02-14' };
const props = { period, openedOn: '2024-03-04', words: leaderVi };

export const periodWithoutSurveyExamples: Examples<typeof PeriodWithoutSurvey> = [
  { name: 'has not come', props: { ...props, time: 'future' } },
  { name: 'over before the first survey', props: { ...props, time: 'early' } },
  { name: 'a week that has not come', props: { ...props, time: 'future', words: weeksVi } },
];
