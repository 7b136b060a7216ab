import type { UnknownCounterPageProps } from './UnknownCounterPage.tsx';

const props: Omit<UnknownCounterPageProps, 'assets'> = { locale: 'vi', demo: false, typed: 'k7mpz' };

export const unknownCounterPageExamples: readonly {
  name: string;
  props: Omit<UnknownCounterPageProps, 'assets'>;
}[] = [
  { name: 'a code that nobody has', props },
  { name: 'a very long address', props: { ...props, typed: 'x'.repeat(2_000) } },
  { name: 'in English', props: { ...props, locale: 'en' } },
];
