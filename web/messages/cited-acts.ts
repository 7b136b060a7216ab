import type { Locale } from '../types/locale.ts';

/**
 * Legal acts that pages cite. `checkedOn` is the day on which they were last found to be in force. Article
 * numbers are left out, because nobody has checked those of the acts of 2025.
 */
export const CITED_ACTS = {
  checkedOn: '2026-11-30',
  personalData: {
    vi: 'Luật 91/2025/QH15 và Nghị định 356/2025/NĐ-CP về bảo vệ dữ liệu cá nhân',
    en: 'Law 91/2025/QH15 and Decree 356/2025/NĐ-CP on personal data',
  },
  reportingPeriods: {
    vi: 'Nghị định 09/2019/NĐ-CP',
    en: 'Decree 09/2019/NĐ-CP',
  },
} as const satisfies Readonly<Record<string, string | Readonly<Record<Locale, string>>>>;
