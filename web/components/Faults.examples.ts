import type { Examples } from '../preview/example.ts';
import type { FaultNote, FaultSummary, FieldFaults } from './Faults.tsx';

const faults = [
  { id: 'field-name', sentence: 'Đã có người dùng tên đăng nhập này. Xin chọn tên khác.' },
  {
    id: 'field-n',
    sentence: 'Số lượt phải từ 0 đến 100.000.',
    place: '29/01/2024, Quầy 1: Tư pháp – Hộ tịch',
  },
];

export const faultSummaryExamples: Examples<typeof FaultSummary> = [
  { name: 'two faults, one with its place', props: { faults } },
  { name: 'one fault', props: { faults: faults.slice(1) } },
];

export const fieldFaultsExamples: Examples<typeof FieldFaults> = [
  { name: 'beside its control', props: { id: 'field-name', faults } },
];

export const faultNoteExamples: Examples<typeof FaultNote> = [
  {
    name: 'one fault',
    props: { id: 'note-fault', sentence: 'Góp ý dài hơn 1.000 ký tự. Xin viết ngắn lại.' },
  },
];
