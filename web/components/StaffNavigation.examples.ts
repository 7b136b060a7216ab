import type { Examples } from '../preview/example.ts';
import type { SignedInView } from '../types/signed-in.ts';
import type { StaffNavigation } from './StaffNavigation.tsx';

export const signedInExample: SignedInView = {
  userName: 'chu-tich',
  isRemembered: false,
  pages: ['leader', 'week', 'posters', 'results', 'account'],
};

export const administratorExample: SignedInView = {
  userName: 'quan-tri',
  isRemembered: false,
  pages: ['leader', 'week', 'comments', 'transactions', 'posters', 'administration', 'results', 'account'],
};

export const staffNavigationExamples: Examples<typeof StaffNavigation> = [
  {
    name: 'a leader',
    props: { current: 'leader', pages: signedInExample.pages },
  },
  {
    name: 'an administrator',
    props: { current: 'administration', pages: administratorExample.pages },
  },
];
