import type { Examples } from '../preview/example.ts';
import type { ReceiverFields, UnitCodeFields, UnitFields } from './UnitFields.tsx';

const typed = {
  name: 'Trung tâm Phục vụ hành chính công đặc khu Cát Hải',
  kind: 'đặc khu',
  head_agency: 'UBND đặc khu Cát Hải',
  places: 'Trung tâm Phục vụ hành chính công đặc khu Cát Hải\nĐiểm tiếp nhận Gia Luận',
  official_code: '',
  area_code: '',
  procedures_receiver: '',
  contact_phone: '0225 000 000',
  receiver: '',
};

export const unitFieldsExamples: Examples<typeof UnitFields> = [
  { name: 'a centre with two places', props: { typed, faults: [] } },
  { name: 'another kind', props: { typed: { ...typed, kind: 'thị trấn' }, faults: [] } },
];

export const receiverFieldsExamples: Examples<typeof ReceiverFields> = [
  { name: 'not known yet', props: { typed, faults: [] } },
];

export const unitCodeFieldsExamples: Examples<typeof UnitCodeFields> = [
  { name: 'not known yet', props: { typed, faults: [] } },
];
