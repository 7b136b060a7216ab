import { officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderSetPasswordPage } from './SetPasswordPage.tsx';

const props = {
  demo: false,
  unitName: officeExample.unitName,
  code: 'abc',
  owner: 'mot-cua',
  typed: { name: '', fullName: '' },
  faults: [],
};

export const setPasswordPageExamples: PageExamples<typeof renderSetPasswordPage> = [
  { name: 'a person’s', props },
  { name: 'the first administrator’s', props: { ...props, owner: null } },
  {
    name: 'faulty',
    props: {
      ...props,
      owner: null,
      typed: { name: 'Ước', fullName: '' },
      faults: [
        { field: 'name', code: 'user-name-form' },
        { field: 'full_name', code: 'full-name-missing' },
        { field: 'password', code: 'password-guessable', params: { parts: 'name date' } },
      ],
    },
  },
];
