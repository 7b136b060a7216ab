import { leaderVi } from '../messages/leader.vi.ts';
import type { Examples } from '../preview/example.ts';
import type { PeriodCalendar } from './PeriodCalendar.tsx';

const year2023 = { id: 'BC-2023', kind: 'report-year', from: '2022-12-15', to: '2023-12-14' };
const periods = [
  year2023,
  { id: '2023', kind: 'year', from: '2023-01-01', to: '2023-12-31' },
  { id: 'BC-2024', kind: 'report-year', from: '2023-12-15', to: '2024-12-14' },
  { id: 'BC-2024-H1', kind: 'report-half', from: '2023-12-15', to: '2024-06-14' },
  { id: 'BC-2024-9M', kind: 'report-9m', from: '2023-12-15', to: '2024-09-14' },
  { id: 'BC-2024-Q1', kind: 'report-quarter', from: '2023-12-15', to: '2024-03-14' },
  { id: 'BC-2024-01', kind: 'report-month', from: '2023-12-15', to: '2024-01-14' },
  { id: 'BC-2024-02', kind: 'report-month', from: '2024-01-15', to: '2024-02-14' },
  { id: '2024-H1', kind: 'half', from: '2024-01-01', to: '2024-06-30' },
  { id: '2024-Q1', kind: 'quarter', from: '2024-01-01', to: '2024-03-31' },
  { id: '2024-01', kind: 'month', from: '2024-01-01', to: '2024-01-31' },
  { id: '2024-W04', kind: 'week', from: '2024-01-22', to: '2024-01-28' },
  { id: '2024-W05', kind: 'week', from: '2024-01-29', to: '2024-02-04' },
];
const props = { path: '/lanh-dao', periods, selected: 'BC-2024-02', words: leaderVi };

export const periodCalendarExamples: Examples<typeof PeriodCalendar> = [
  { name: 'two years, a reporting month is shown', props },
  { name: 'a week is shown', props: { ...props, selected: '2024-W05' } },
  { name: 'a range without a name is shown', props: { ...props, selected: '2024-01-18..2024-02-14' } },
  { name: 'one period', props: { ...props, periods: [year2023], selected: 'BC-2023' } },
];
