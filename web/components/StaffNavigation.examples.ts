import type { SignedInView } from './StaffNavigation.tsx';

/** A leader at a desk. */
export const signedInExample: SignedInView = {
  userName: 'chu-tich',
  isRemembered: false,
  pages: ['leader', 'week', 'posters', 'results', 'account'],
};
