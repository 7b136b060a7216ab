import { counterNamesExample, officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderPeoplePage } from './PeoplePage.tsx';

type Pages = PageExamples<typeof renderPeoplePage>;

const person = {
  href: '/quan-tri/nguoi-dung/1',
  userName: 'chu-tich',
  fullName: 'Nguyễn Thị Ước',
  roles: ['leader'],
  counters: null,
  state: 'active',
  hasFactor: true,
  phones: 1,
} as const;
const props = {
  ...officeExample,
  people: [
    person,
    {
      ...person,
      userName: 'mot-cua-tiep-nhan-tra-ket-qua-01',
      fullName: 'ĐẶNG THỊ NGỌC DIỄM HUYỀN',
      roles: ['staff'],
      counters: counterNamesExample.map(({ name }) => name),
      state: 'invited',
      phones: 0,
    },
    { ...person, userName: 'giam-sat', roles: ['supervisor'], state: 'disabled' },
  ],
  counters: counterNamesExample,
  typed: { userName: '', fullName: '', roles: [], allCounters: true, counters: [] },
  factorRoles: ['administrator'],
  isRolesSaved: true,
  faults: [],
  mayChange: true,
} as const;

export const peoplePageExamples: Pages = [
  { name: 'three people', props },
  { name: 'to be read only', props: { ...props, mayChange: false } },
  {
    name: 'faulty',
    props: {
      ...props,
      isRolesSaved: false,
      typed: { ...props.typed, userName: 'Ước', allCounters: false },
      faults: [
        { field: 'name', code: 'user-name-form' },
        { field: 'full_name', code: 'full-name-missing' },
        { field: 'role', code: 'role-missing' },
        { field: 'counters', code: 'counters-missing' },
        { field: 'factor_role', code: 'own-factor-first' },
      ],
    },
  },
];
