import { slipExample } from '../components/SlipPaper.examples.ts';
import { LONG_NAME, officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderSlipSheetsPage } from './SlipSheetsPage.tsx';

type Pages = PageExamples<typeof renderSlipSheetsPage>;

const slips = Array.from({ length: 10 }, (_, index) => ({ ...slipExample, code: `slip-${index}` }));
const props = {
  ...officeExample,
  counterName: 'Quầy 1: Tư pháp – Hộ tịch',
  publicAddress: 'https://khaosat.dongson.gov.vn',
  isTrial: false,
  expiresOn: '2024-03-05',
  slipsOnSheet: 10,
  slips,
};

export const slipSheetsPageExamples: Pages = [
  { name: 'a sheet', props },
  { name: 'a supervisor’s, a trial', props: { ...props, counterName: null, isTrial: true } },
  { name: 'the longest name', props: { ...props, counterName: LONG_NAME } },
];
