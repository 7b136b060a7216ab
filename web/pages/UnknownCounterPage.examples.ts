import type { PageExamples } from '../preview/example.ts';
import type { renderUnknownCounterPage } from './UnknownCounterPage.tsx';

const props = { locale: 'vi', demo: false, typed: 'k7mpz' } as const;

export const unknownCounterPageExamples: PageExamples<typeof renderUnknownCounterPage> = [
  { name: 'a code that nobody has', props },
  { name: 'a very long address', props: { ...props, typed: 'x'.repeat(2_000) } },
  { name: 'in English', props: { ...props, locale: 'en' } },
];
