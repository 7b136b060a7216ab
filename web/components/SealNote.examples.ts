import type { Examples } from '../preview/example.ts';
import { sealExample } from './LatestSeal.examples.ts';
import type { SealNote } from './SealNote.tsx';

export const sealNoteExamples: Examples<typeof SealNote> = [
  { name: 'with the way to all days', props: { seal: sealExample, isLinked: true } },
  { name: 'for staff', props: { seal: sealExample, isLinked: false } },
];
