import { h } from 'preact';
import { LONG_NAME } from '../examples/office.examples.ts';
import type { Examples } from '../preview/example.ts';
import {
  type ConfirmForm,
  controlProps,
  type Field,
  type SaidFaults,
  type SelectInput,
  type TextInput,
} from './SettingForm.tsx';

const faults = [
  { id: 'value', sentence: 'Mục tiêu cần là một số từ 0 đến 100.' },
  { id: 'since', sentence: 'Ngày này không có trong lịch.' },
];

export const saidFaultsExamples: Examples<typeof SaidFaults> = [{ name: 'two faults', props: { faults } }];

const comment = { id: 'note', label: 'Ghi chú', hint: 'Không bắt buộc.', faults: [] };
export const fieldExamples: Examples<typeof Field> = [
  {
    name: 'with a box for several lines',
    props: { ...comment, children: h('textarea', { ...controlProps(comment), name: 'note', rows: 3 }) },
  },
];

export const textInputExamples: Examples<typeof TextInput> = [
  {
    name: 'a figure, with a hint',
    props: {
      id: 'minimum',
      label: 'Số phiếu tối thiểu',
      hint: 'Từ 5 đến 10.000.',
      name: 'minimum',
      value: '30',
      isDecimal: true,
      faults: [],
    },
  },
  { name: 'faulty', props: { id: 'value', label: 'Mục tiêu', name: 'value', value: '120', faults } },
];

export const selectInputExamples: Examples<typeof SelectInput> = [
  {
    name: 'a long name chosen',
    props: {
      id: 'counter',
      label: 'Quầy',
      name: 'counter',
      value: 'z9h4t',
      options: [
        { value: 'all', text: 'Tất cả các quầy' },
        { value: 'z9h4t', text: LONG_NAME },
      ],
      faults: [],
    },
  },
];

export const confirmFormExamples: Examples<typeof ConfirmForm> = [
  {
    name: 'the yes and the no',
    props: {
      action: '/quan-tri/muc-tieu',
      fields: { value: '92,5' },
      button: 'Đổi mục tiêu',
      back: '/quan-tri/muc-tieu',
    },
  },
];
