import type { Examples } from '../preview/example.ts';
import type { CounterCodeForm } from './CounterCodeForm.tsx';

export const counterCodeFormExamples: Examples<typeof CounterCodeForm> = [
  { name: 'nobody has this code', props: { languages: { locale: 'vi' }, typed: 'k7mpz', fault: 'unknown' } },
];
