import { officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderSetupPage } from './SetupPage.tsx';

type Pages = PageExamples<typeof renderSetupPage>;

const open = (code: string, name: string) => ({ code, name, isOpen: true });

const props = {
  ...officeExample,
  typed: {
    unit: {
      kind: '',
      name: '',
      head_agency: '',
      places: '',
      official_code: '',
      area_code: '',
      contact_phone: '',
      receiver: '',
      procedures_receiver: '',
    },
    counters: [open('k7mpx', 'Tư pháp – hộ tịch, chứng thực'), open('b3nqz', 'Hồ sơ nộp trực tuyến')],
    target: '90',
    document: '',
    ownRoles: ['administrator'],
  },
  faults: [],
};

export const setupPageExamples: Pages = [
  { name: 'first time', props },
  {
    name: 'faulty',
    props: {
      ...props,
      typed: { ...props.typed, target: 'chín mươi', ownRoles: ['leader', 'staff', 'administrator'] },
      faults: [
        { field: 'kind', code: 'kind-missing' },
        { field: 'name', code: 'name-missing' },
        { field: 'name-1', code: 'counter-name-taken' },
        { field: 'target', code: 'value-form' },
      ],
    },
  },
];
