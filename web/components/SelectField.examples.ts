import { counterNamesExample } from '../examples/office.examples.ts';
import { accountsVi } from '../messages/accounts.vi.ts';
import type { Examples } from '../preview/example.ts';
import type { SelectField } from './SelectField.tsx';

const words = accountsVi;
const props = {
  name: 'successor',
  label: 'Quầy thay thế',
  hint: 'Tên quầy được chọn hiện trên trang của quầy đã đóng.',
  options: [
    { value: '', text: 'Không chỉ sang quầy nào' },
    ...counterNamesExample.map(({ code, name }) => ({ value: code, text: name })),
  ],
  value: '',
  faults: [],
  words,
};

export const selectFieldExamples: Examples<typeof SelectField> = [
  { name: 'none chosen', props },
  { name: 'a long name chosen', props: { ...props, value: 'z9h4t' } },
  { name: 'faulty', props: { ...props, faults: [{ field: 'successor', code: 'unknown' }] } },
];
