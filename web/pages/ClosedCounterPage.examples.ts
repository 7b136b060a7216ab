import type { PageExamples } from '../preview/example.ts';
import type { renderClosedCounterPage } from './ClosedCounterPage.tsx';

const props = {
  locale: 'vi',
  demo: false,
  unitName: 'UBND xã Đông Sơn',
  counterName: 'Quầy 3: Địa chính – Xây dựng',
  otherCounters: [
    { name: 'Quầy 1: Tư pháp – Hộ tịch', href: '/k/k7mpx' },
    { name: 'Quầy 2: Lao động, người có công, trợ giúp xã hội, bảo hiểm y tế', href: '/k/m3qrt' },
  ],
  successor: null,
  isMerged: false,
} as const;

const successor = { name: 'Quầy 1: Tư pháp – Hộ tịch', href: '/k/k7mpx' };

export const closedCounterPageExamples: PageExamples<typeof renderClosedCounterPage> = [
  { name: 'other counters open', props },
  { name: 'no other counter', props: { ...props, otherCounters: [] } },
  { name: 'another counter named', props: { ...props, successor } },
  { name: 'merged into another counter', props: { ...props, successor, isMerged: true } },
  { name: 'in English, made-up data', props: { ...props, locale: 'en', demo: true } },
];
