import { LONG_NAME, officeExample } from '../examples/office.examples.ts';
import { drawQr } from '../examples/qr.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderSlipSheetsPage } from './SlipSheetsPage.tsx';

const slips = Array.from({ length: 10 }, (_, index) => ({
  code: `slip-${index}`,
  printedCode: 'K7MP-X2QR-9TVX',
  qrSvg: drawQr('https://khaosat.dongson.gov.vn/p/k7mpx2qr9tvx'),
}));
const props = {
  ...officeExample,
  counterName: 'Quầy 1: Tư pháp – Hộ tịch',
  publicAddress: 'https://khaosat.dongson.gov.vn',
  isTrial: false,
  expiresOn: '2024-03-05',
  slipsOnSheet: 10,
  slips,
};

export const slipSheetsPageExamples: PageExamples<typeof renderSlipSheetsPage> = [
  { name: 'a sheet', props },
  { name: 'a supervisor’s, a trial', props: { ...props, counterName: null, isTrial: true } },
  { name: 'the longest names', props: { ...props, counterName: LONG_NAME, unitName: LONG_NAME } },
];
