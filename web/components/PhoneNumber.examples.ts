import type { Examples } from '../preview/example.ts';
import type { PhoneNumber } from './PhoneNumber.tsx';

export const phoneNumberExamples: Examples<typeof PhoneNumber> = [
  { name: 'a number', props: { number: '0237 000 0000' } },
];
