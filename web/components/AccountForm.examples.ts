import { accountsVi } from '../messages/accounts.vi.ts';
import type { Examples } from '../preview/example.ts';
import type { AccountFaults, Choice, FaultsAt, TextField } from './AccountForm.tsx';

const words = accountsVi;
const faults = [
  { field: 'name', code: 'user-name-form' },
  { field: 'password', code: 'password-personal' },
];

export const accountFaultsExamples: Examples<typeof AccountFaults> = [
  { name: 'two faults', props: { faults, words } },
  { name: 'one fault', props: { faults: faults.slice(1), words } },
];

export const faultsAtExamples: Examples<typeof FaultsAt> = [
  { name: 'beside its field', props: { field: 'name', faults, words } },
];

export const textFieldExamples: Examples<typeof TextField> = [
  {
    name: 'empty, with a hint',
    props: {
      name: 'new_name',
      label: words.fields.name,
      hint: words.fields.nameHint,
      autocomplete: 'off',
      faults: [],
      words,
    },
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
      words,
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
      words,
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
