import { LONG_NAME } from '../examples/office.examples.ts';
import { drawQr } from '../examples/qr.examples.ts';
import type { Examples } from '../preview/example.ts';
import type { SlipPaper, SlipPaperView } from './SlipPaper.tsx';

/** The code is not issued anywhere. */
export const slipExample: SlipPaperView = {
  code: 'k7mpx2qr9tvx',
  printedCode: 'K7MP-X2QR-9TVX',
  qrSvg: drawQr('https://khaosat.dongson.gov.vn/p/k7mpx2qr9tvx'),
};

const props = {
  slip: slipExample,
  unitName: 'UBND xã Đông Sơn',
  counterName: 'Quầy 1: Tư pháp – Hộ tịch',
  addressStart: 'khaosat.dongson.gov.vn',
  expiresOn: '2024-03-05',
  isTrial: false,
};

export const slipPaperExamples: Examples<typeof SlipPaper> = [
  { name: 'of a counter', props },
  { name: 'of a supervisor, a trial', props: { ...props, counterName: null, isTrial: true } },
  { name: 'the longest names', props: { ...props, counterName: LONG_NAME, unitName: LONG_NAME } },
];
