import { figuresVi } from '../messages/figures.vi.ts';
import type { Examples } from '../preview/example.ts';
import type { LatestSeal, SealView } from './LatestSeal.tsx';

export const sealExample: SealView = {
  day: '2024-02-14',
  short: 'ERXR-36D9',
  chain: '763b8199a9ed520fdfb0066921ec0d0a893c96328326daf3e23353059f84a805',
};

export const latestSealExamples: Examples<typeof LatestSeal> = [
  { name: 'a seal', props: { seal: sealExample, words: figuresVi } },
  { name: 'nothing sealed yet', props: { seal: null, words: figuresVi } },
];
