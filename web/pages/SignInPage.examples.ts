import type { SignInPageProps } from './SignInPage.tsx';

type Props = Omit<SignInPageProps, 'assets'>;

const props: Props = { demo: false, unitName: 'UBND xã Đông Sơn', fault: null, next: '/lanh-dao' };

export const signInPageExamples: readonly { readonly name: string; readonly props: Props }[] = [
  { name: 'first visit', props },
  { name: 'a wrong key', props: { ...props, fault: 'wrong-key' } },
  { name: 'no key, made-up data', props: { ...props, fault: 'missing', demo: true } },
];
