import type { Examples } from '../preview/example.ts';
import type { DeliveryNotes } from './DeliveryNotes.tsx';

export const deliveryNotesExamples: Examples<typeof DeliveryNotes> = [
  { name: 'all hidden, as the page comes', props: { locale: 'vi' } },
];
