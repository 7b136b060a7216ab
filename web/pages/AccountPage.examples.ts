import { officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderAccountPage } from './AccountPage.tsx';

type Pages = PageExamples<typeof renderAccountPage>;

const props = {
  ...officeExample,
  userName: 'chu-tich',
  fullName: 'Nguyễn Thị Ước',
  role: 'leader',
  hasFactor: false,
  faults: [],
  isChanged: false,
};

export const accountPageExamples: Pages = [
  { name: 'as it is', props },
  { name: 'the password was changed', props: { ...props, hasFactor: true, isChanged: true } },
  {
    name: 'faulty',
    props: {
      ...props,
      faults: [
        { field: 'current', code: 'current-wrong' },
        { field: 'password', code: 'password-short' },
      ],
    },
  },
];
