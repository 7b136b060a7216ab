import type { ThanksPageProps } from './ThanksPage.tsx';

const props: Omit<ThanksPageProps, 'assets'> = {
  locale: 'vi',
  demo: false,
  unitName: 'UBND xã Đông Sơn',
  resultsHref: '/ket-qua',
  isSent: true,
  improvements: null,
};

export const thanksPageExamples: readonly { name: string; props: Omit<ThanksPageProps, 'assets'> }[] = [
  { name: 'in Vietnamese', props },
  { name: 'in English, made-up data', props: { ...props, locale: 'en', demo: true } },
  {
    name: 'in Vietnamese, with what was changed after comments',
    props: { ...props, improvements: `Thêm 12 ghế ở chỗ chờ.\n${'giảiquyếtthủtụchànhchính'.repeat(4)}` },
  },
  { name: 'opened by hand', props: { ...props, isSent: false } },
];
