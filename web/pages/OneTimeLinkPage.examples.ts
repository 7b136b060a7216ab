import { officeExample } from '../examples/office.examples.ts';
import { drawQr } from '../examples/qr.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderOneTimeLinkPage } from './OneTimeLinkPage.tsx';

const address = 'https://khaosat.dongson.gov.vn/dang-nhap/ma#ma=0123456789abcdefghjkmnpqrs';
const props = {
  ...officeExample,
  purpose: 'set-password',
  userName: 'mot-cua',
  address,
  qrSvg: null,
  back: '/quan-tri/nguoi-dung/1',
  isHereOnly: true,
} as const;

export const oneTimeLinkPageExamples: PageExamples<typeof renderOneTimeLinkPage> = [
  { name: 'for a password', props },
  { name: 'for a phone', props: { ...props, purpose: 'remember-phone', qrSvg: drawQr(address) } },
];
