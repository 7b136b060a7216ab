import { officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderApiKeysPage } from './ApiKeysPage.tsx';

const key = {
  id: '1',
  name: 'Sở Nội vụ và các cơ quan chuyên môn khác',
  units: ['UBND xã Đông Sơn'],
  createdOn: '2024-01-08',
  expiresOn: '2024-12-31',
  revokedOn: null,
  state: 'active',
  revokeHref: '/quan-tri/khoa-api/1/thu-hoi',
} as const;
const props = {
  ...officeExample,
  keys: [
    key,
    {
      ...key,
      id: '2',
      name: 'Kho dữ liệu tỉnh',
      units: null,
      expiresOn: null,
      revokedOn: '2024-02-01',
      state: 'revoked',
    },
    { ...key, id: '3', name: 'Bảng tin', expiresOn: '2024-01-31', state: 'expired' },
  ],
  typed: { name: '', expires: '', hasAllUnits: false },
  exampleDay: '2024-12-31',
  faults: [],
  mayChange: true,
} as const;

export const apiKeysPageExamples: PageExamples<typeof renderApiKeysPage> = [
  { name: 'in force, revoked, past its day', props },
  { name: 'none yet', props: { ...props, keys: [] } },
  { name: 'to be read only', props: { ...props, mayChange: false } },
  {
    name: 'faulty',
    props: {
      ...props,
      typed: { name: '', expires: 'mai', hasAllUnits: true },
      faults: [
        { field: 'name', code: 'key-name-missing' },
        { field: 'expires', code: 'day-malformed' },
      ],
    },
  },
];
