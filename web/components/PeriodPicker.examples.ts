import { staffMessages } from '../messages/staff.ts';
import type { Examples } from '../preview/example.ts';
import type { PeriodPicker } from './PeriodPicker.tsx';

const periods = [
  { id: '2024-W05', kind: 'week', from: '2024-01-29', to: '2024-02-04' },
  { id: '2024-W04', kind: 'week', from: '2024-01-22', to: '2024-01-28' },
  { id: 'BC-2024-Q1', kind: 'report-quarter', from: '2023-12-15', to: '2024-03-14' },
];

export const periodPickerExamples: Examples<typeof PeriodPicker> = [
  {
    name: 'weeks and a quarter',
    props: { action: '/ket-qua', periods, selected: 'BC-2024-Q1', words: staffMessages('vi') },
  },
  {
    name: 'in English',
    props: { action: '/ket-qua', periods, selected: '2024-W05', words: staffMessages('en'), lang: 'en' },
  },
];
