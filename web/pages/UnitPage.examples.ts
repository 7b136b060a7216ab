import { officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderUnitPage } from './UnitPage.tsx';

const props = {
  ...officeExample,
  code: 'dong-son',
  typed: {
    name: 'UBND xã Đông Sơn',
    kind: 'xã',
    head_agency: '',
    places: 'Trung tâm Phục vụ hành chính công xã Đông Sơn\nĐiểm tiếp nhận Đông Hòa',
    official_code: 'H05.12.34',
    area_code: '00076',
    procedures_receiver: '',
    contact_phone: '0237 000 0000',
    receiver: 'Sở Nội vụ',
  },
  faults: [],
  isSaved: false,
  mayChange: true,
};

export const unitPageExamples: PageExamples<typeof renderUnitPage> = [
  { name: 'just saved', props: { ...props, isSaved: true } },
  { name: 'to be read only', props: { ...props, mayChange: false } },
  {
    name: 'faulty',
    props: {
      ...props,
      typed: { ...props.typed, name: '', contact_phone: 'gọi bác bảo vệ' },
      faults: [
        { field: 'name', code: 'name-missing' },
        { field: 'contact_phone', code: 'contact-phone-form' },
      ],
    },
  },
];
