import { h } from 'preact';
import { LONG_NAME } from '../examples/office.examples.ts';
import { accountsVi as words } from '../messages/accounts.vi.ts';
import type { Examples } from '../preview/example.ts';
import {
  type ActForm,
  type Choice,
  type ChoiceField,
  type ConfirmForm,
  type CurrentPassword,
  controlProps,
  type Field,
  type NewPassword,
  type SelectField,
  type TextField,
} from './Form.tsx';

const faults = [
  { id: 'field-name', sentence: 'Đã có người dùng tên đăng nhập này. Xin chọn tên khác.' },
  { id: 'value', sentence: 'Mục tiêu cần là một số từ 0 đến 100.' },
];

const name = { name: 'name', label: words.fields.name, faults: [] };
const target = { id: 'value', name: 'target', label: 'Mục tiêu', hint: 'Từ 0 đến 100.', isDecimal: true };
export const textFieldExamples: Examples<typeof TextField> = [
  { name: 'empty, with a hint', props: { ...name, name: 'new_name', hint: words.fields.nameHint } },
  {
    name: 'filled in and faulty',
    props: { ...name, value: 'Nguyễn Thị Ước', autocomplete: 'username', isLiteral: true, faults },
  },
  { name: 'a faulty figure', props: { ...target, value: '120', faults } },
];

export const currentPasswordExamples: Examples<typeof CurrentPassword> = [
  { name: 'empty', props: { faults: [] } },
];

export const newPasswordExamples: Examples<typeof NewPassword> = [{ name: 'empty', props: { faults: [] } }];

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

const choice = { name: 'role', value: 'staff', children: words.roles.staff };
export const choiceExamples: Examples<typeof Choice> = [
  {
    name: 'chosen, with a hint',
    props: { ...choice, type: 'radio', isChecked: true, hint: words.roleHints.staff },
  },
  { name: 'not ticked', props: { ...choice, type: 'checkbox', isChecked: false } },
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
