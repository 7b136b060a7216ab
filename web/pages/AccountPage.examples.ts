import { officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderAccountPage } from './AccountPage.tsx';

const session = {
  device: 'Edge, Windows',
  isPhone: false,
  isCurrent: false,
  startedAt: '2024-02-05T07:31:00+07:00',
  seenAt: '2024-02-05T09:12:00+07:00',
};
const props = {
  ...officeExample,
  userName: 'chu-tich',
  fullName: 'Nguyễn Thị Ước',
  roles: ['leader'],
  hasFactor: false,
  faults: [],
  isChanged: false,
  isEnded: false,
  sessions: [
    { ...session, id: '1', isCurrent: true },
    { ...session, id: '2', device: 'Chrome, Android', isPhone: true },
    { ...session, id: '3', device: '' },
  ],
  notices: [],
  next: '',
};

export const accountPageExamples: PageExamples<typeof renderAccountPage> = [
  { name: 'as it is', props },
  { name: 'the password was changed', props: { ...props, hasFactor: true, isChanged: true } },
  {
    name: 'told what others did',
    props: {
      ...props,
      notices: [
        { at: '2024-02-04T09:12:00+07:00', kind: 'password-link', by: 'quan-ly' },
        { at: '2024-02-04T09:13:00+07:00', kind: 'phone-link', by: 'quan-ly' },
        { at: '2024-02-05T09:12:00+07:00', kind: 'factor-reset', by: null },
      ],
      isEnded: true,
    },
  },
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
