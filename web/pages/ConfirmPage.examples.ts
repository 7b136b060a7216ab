import { LONG_NAME, officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderConfirmPage } from './ConfirmPage.tsx';

const ACTS = [
  'disable',
  'sign-out',
  'sign-out-own',
  'password-link',
  'reset-factor',
  'transactions-withdraw',
  'revoke-phone',
  'revoke-api-key',
  'close-counter',
  'merge-counter',
] as const;

export const confirmPageExamples: PageExamples<typeof renderConfirmPage> = ACTS.map((act) => ({
  name: act,
  props: {
    ...officeExample,
    act,
    subject: 'mot-cua',
    successor: act.endsWith('counter') ? LONG_NAME : '',
    action: '/quan-tri/nguoi-dung/1/khoa',
    back: '/quan-tri/nguoi-dung/1',
    current: 'administration',
    ...(act === 'reset-factor' ? { passwordFaults: [{ field: 'current', code: 'current-wrong' }] } : {}),
  },
}));
