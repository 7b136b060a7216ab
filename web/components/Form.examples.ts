import { h } from 'preact';
import { LONG_NAME } from '../examples/office.examples.ts';
import { accountsVi as words } from '../messages/accounts.vi.ts';
import type { Examples } from '../preview/example.ts';
import {
  type ActForm,
  type Choice,
  type ChoiceField,
  type ConfirmForm,
  controlProps,
  type Field,
  type SelectField,
  type TextField,
} from './Form.tsx';

const faults = [
  { id: 'field-name', sentence: 'Đã có người dùng tên đăng nhập này. Xin chọn tên khác.' },
  { id: 'value', sentence: 'Mục tiêu cần là một số từ 0 đến 100.' },
];

export const textFieldExamples: Examples<typeof TextField> = [
  {
    name: 'empty, with a hint',
    props: { name: 'new_name', label: words.fields.name, hint: words.fields.nameHint, faults: [] },
  },
  {
    name: 'filled in and faulty',
    props: {
      name: 'name',
      label: words.fields.name,
      value: 'Nguyễn Thị Ước',
      autocomplete: 'username',
      isLiteral: true,
      faults,
    },
  },
  {
    name: 'a password',
    props: {
      name: 'password',
      label: words.fields.newPassword,
      hint: words.fields.passwordHint,
      type: 'password',
      autocomplete: 'new-password',
      faults: [],
    },
  },
  {
    name: 'a faulty figure',
    props: {
      id: 'value',
      label: 'Mục tiêu',
      hint: 'Từ 0 đến 100.',
      name: 'target',
      value: '120',
      isDecimal: true,
      faults,
    },
  },
];

const comment = { id: 'note', label: 'Ghi chú', hint: 'Không bắt buộc.', faults: [] };
export const fieldExamples: Examples<typeof Field> = [
  {
    name: 'with a box for several lines',
    props: { ...comment, children: h('textarea', { ...controlProps(comment), name: 'note', rows: 3 }) },
  },
];

export const selectFieldExamples: Examples<typeof SelectField> = [
  {
    name: 'a long name chosen',
    props: {
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

export const choiceExamples: Examples<typeof Choice> = [
  {
    name: 'chosen, with a hint',
    props: {
      type: 'radio',
      name: 'role',
      value: 'staff',
      isChecked: true,
      hint: words.roleHints.staff,
      children: words.roles.staff,
    },
  },
  {
    name: 'not ticked',
    props: {
      type: 'checkbox',
      name: 'counter',
      value: 'k7mpx',
      isChecked: false,
      children: 'Quầy 1: Tư pháp – Hộ tịch',
    },
  },
];

export const choiceFieldExamples: Examples<typeof ChoiceField> = [
  {
    name: 'nothing chosen',
    props: {
      name: 'role',
      label: words.fields.role,
      value: '',
      options: Object.entries(words.roles).map(([value, text]) => ({ value, text })),
      faults: [{ id: 'field-role', sentence: 'Xin chọn một vai trò.' }],
    },
  },
];

export const actFormExamples: Examples<typeof ActForm> = [
  { name: 'does something', props: { action: '/quan-tri/quay/k7mpx/mo', button: 'Mở lại quầy' } },
  {
    name: 'takes something away',
    props: { action: '/quan-tri/nguoi-dung/1/khoa', button: 'Khóa tài khoản', isDangerous: true },
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
