import type { PageExamples } from '../preview/example.ts';
import type { renderFrontPage } from './FrontPage.tsx';

const props = {
  locale: 'vi',
  demo: false,
  unitName: 'UBND xã Đông Sơn',
  counters: [
    { name: 'Tư pháp – hộ tịch, chứng thực', href: '/k/k7mpx' },
    { name: 'Đất đai – xây dựng', href: '/k/b3nqz' },
    { name: 'Hồ sơ nộp trực tuyến', href: '/k/t5c8x' },
  ],
  typed: '',
  fault: null,
} as const;

export const frontPageExamples: PageExamples<typeof renderFrontPage> = [
  { name: 'first visit', props },
  { name: 'no open counter', props: { ...props, counters: [] } },
  { name: 'a code that nobody has', props: { ...props, typed: 'k7mpz', fault: 'unknown' } },
  { name: 'not a code', props: { ...props, typed: 'quầy 1', fault: 'malformed' } },
  { name: 'a slip’s code with a mistake', props: { ...props, typed: 'k7mp-x2qr-9tvx', fault: 'slip' } },
  { name: 'in English, made-up data', props: { ...props, locale: 'en', demo: true } },
];
