import { counterNamesExample, officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderPersonPage } from './PersonPage.tsx';

type Pages = PageExamples<typeof renderPersonPage>;

const props = {
  ...officeExample,
  href: '/quan-tri/nguoi-dung/1',
  userName: 'mot-cua-tiep-nhan-tra-ket-qua-01',
  fullName: 'ĐẶNG THỊ NGỌC DIỄM HUYỀN',
  roles: ['staff'],
  counterNames: counterNamesExample.map(({ name }) => name),
  state: 'active',
  createdOn: '2024-01-02',
  counters: counterNamesExample,
  typed: { roles: ['staff'], allCounters: false, counters: ['k7mpx', 'q2wna', 'z9h4t'] },
  phones: [
    {
      startedAt: '2024-01-02T08:00:00+07:00',
      seenAt: '2024-02-05T07:31:00+07:00',
      endsAt: '2024-07-02T08:00:00+07:00',
      revokeHref: '/quan-tri/nguoi-dung/1/dien-thoai/1',
    },
  ],
  hasFactor: true,
  mayHavePhone: true,
  mayChange: true,
  faults: [],
} as const;

export const personPageExamples: Pages = [
  { name: 'a phone is remembered', props },
  {
    name: 'invited, sees everything',
    props: { ...props, state: 'invited', counterNames: null, phones: [], mayHavePhone: false },
  },
  { name: 'shut out', props: { ...props, state: 'disabled', phones: [], mayHavePhone: false } },
  { name: 'to be read only', props: { ...props, mayChange: false } },
  {
    name: 'the only administrator',
    props: { ...props, roles: ['administrator'], faults: [{ field: 'role', code: 'last-administrator' }] },
  },
];
