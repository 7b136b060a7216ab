import type { Examples } from '../preview/example.ts';
import type { FreshNote } from './FreshNote.tsx';

export const freshNoteExamples: Examples<typeof FreshNote> = [
  { name: 'empty, as the page comes', props: { every: 60, locale: 'vi' } },
];
