import { counterNamesExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderSlipCounterPage } from './SlipCounterPage.tsx';

const props = {
  locale: 'vi',
  demo: false,
  unitName: 'UBND xã Đông Sơn',
  counters: counterNamesExample.map(({ code, name }) => ({ name, href: `/p/k7mpx2qr9tvx?quay=${code}` })),
} as const;

export const slipCounterPageExamples: PageExamples<typeof renderSlipCounterPage> = [
  { name: 'three counters', props },
  { name: 'none open', props: { ...props, counters: [] } },
  { name: 'in English, made-up data', props: { ...props, locale: 'en', demo: true } },
];
