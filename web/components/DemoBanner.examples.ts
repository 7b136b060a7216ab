import type { Examples } from '../preview/example.ts';
import type { DemoBanner } from './DemoBanner.tsx';

export const demoBannerExamples: Examples<typeof DemoBanner> = [
  { name: 'in Vietnamese', props: { locale: 'vi' } },
  { name: 'in English', props: { locale: 'en' } },
];
