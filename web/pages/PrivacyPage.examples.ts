import type { PrivacyPageProps } from './PrivacyPage.tsx';

const props: Omit<PrivacyPageProps, 'assets'> = {
  locale: 'vi',
  demo: false,
  unitName: 'UBND xã Đông Sơn',
  contactPhone: '0237 000 0000',
  commentMonths: 24,
};

export const privacyPageExamples: readonly { name: string; props: Omit<PrivacyPageProps, 'assets'> }[] = [
  { name: 'with a phone to call', props },
  { name: 'without a phone', props: { ...props, contactPhone: null } },
  { name: 'in English', props: { ...props, locale: 'en' } },
];
