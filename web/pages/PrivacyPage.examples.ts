import type { PageExamples } from '../preview/example.ts';
import type { renderPrivacyPage } from './PrivacyPage.tsx';

const props = {
  locale: 'vi',
  demo: false,
  unitName: 'UBND xã Đông Sơn',
  contactPhone: '0237 000 0000',
  commentMonths: 24,
} as const;

export const privacyPageExamples: PageExamples<typeof renderPrivacyPage> = [
  { name: 'with a phone to call', props },
  { name: 'without a phone', props: { ...props, contactPhone: null } },
  { name: 'in English', props: { ...props, locale: 'en' } },
];
