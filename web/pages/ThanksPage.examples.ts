import type { ThanksPageProps } from './ThanksPage.tsx';

const props: Omit<ThanksPageProps, 'assets'> = {
  locale: 'vi',
  demo: false,
  unitName: 'UBND xã Đông Sơn',
  resultsHref: '/ket-qua',
  isSent: true,
};

export const thanksPageExamples: readonly { name: string; props: Omit<ThanksPageProps, 'assets'> }[] = [
  { name: 'in Vietnamese', props },
  { name: 'in English, made-up data', props: { ...props, locale: 'en', demo: true } },
  { name: 'opened by hand', props: { ...props, isSent: false } },
];
