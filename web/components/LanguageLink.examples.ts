import type { Examples } from '../preview/example.ts';
import type { LanguageLink } from './LanguageLink.tsx';

export const languageLinkExamples: Examples<typeof LanguageLink> = [
  { name: 'to English', props: { locale: 'vi', href: '/ket-qua?lang=en' } },
  { name: 'to Vietnamese', props: { locale: 'en', href: '/ket-qua?lang=vi' } },
];
