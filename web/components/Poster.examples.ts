import { LONG_NAME } from '../examples/office.examples.ts';
import { drawQr } from '../examples/qr.examples.ts';
import { staffMessages } from '../messages/staff.ts';
import type { Examples } from '../preview/example.ts';
import type { Poster } from './Poster.tsx';

const address = 'khaosat.dongson.gov.vn/k/k7mpx';
const props = {
  poster: {
    code: 'k7mpx',
    name: 'Quầy 1: Tư pháp – Hộ tịch',
    typedAddress: address,
    qrSvg: drawQr(`https://${address}`),
  },
  unitName: 'UBND xã Đông Sơn',
  addressStart: 'khaosat.dongson.gov.vn',
  contactPhone: '0237 000 0000',
  size: 'a4',
  isTrial: false,
  demo: false,
  words: staffMessages('vi'),
} as const;

export const posterExamples: Examples<typeof Poster> = [
  { name: 'a counter on A4', props },
  {
    name: 'a trial on A5, long name, made-up data, no phone',
    props: {
      ...props,
      poster: { ...props.poster, name: LONG_NAME },
      size: 'a5',
      isTrial: true,
      demo: true,
      contactPhone: null,
    },
  },
];
