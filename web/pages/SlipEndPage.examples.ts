import type { PageExamples } from '../preview/example.ts';
import type { renderSlipEndPage } from './SlipEndPage.tsx';

const props = { locale: 'vi', demo: false, unitName: 'UBND xã Đông Sơn' } as const;

export const slipEndPageExamples: PageExamples<typeof renderSlipEndPage> = [
  { name: 'used', props: { ...props, end: { kind: 'used' } } },
  { name: 'past its day', props: { ...props, end: { kind: 'expired', expiresOn: '2024-02-04' } } },
  { name: 'unknown', props: { ...props, unitName: null, end: { kind: 'unknown', typed: 'k7mp-x2qr-9tvx' } } },
];
