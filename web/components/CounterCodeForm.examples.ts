import type { Examples } from '../preview/example.ts';
import type { CounterCodeForm } from './CounterCodeForm.tsx';

const props = { languages: { locale: 'vi' }, typed: '', fault: null } as const;

export const counterCodeFormExamples: Examples<typeof CounterCodeForm> = [
  { name: 'empty', props },
  { name: 'nobody has this code', props: { ...props, typed: 'k7mpz', fault: 'unknown' } },
  { name: 'not a code', props: { ...props, typed: 'quầy 1', fault: 'malformed' } },
  { name: 'a slip’s code with a mistake', props: { ...props, typed: 'k7mp-x2qr-9tvx', fault: 'slip' } },
];
