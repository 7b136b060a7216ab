import { officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderRememberPhonePage } from './RememberPhonePage.tsx';

export const rememberPhonePageExamples: PageExamples<typeof renderRememberPhonePage> = [
  {
    name: 'asked once',
    props: { demo: false, unitName: officeExample.unitName, code: 'abc', userName: 'chu-tich' },
  },
];
