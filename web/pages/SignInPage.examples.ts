import type { SignInPageProps } from './SignInPage.tsx';

type Props = Omit<SignInPageProps, 'assets'>;

const props: Props = {
  demo: false,
  unitName: 'UBND xã Đông Sơn',
  fault: null,
  plainHttp: null,
  waitSeconds: null,
  name: '',
  next: '/lanh-dao',
};

export const signInPageExamples: readonly { readonly name: string; readonly props: Props }[] = [
  { name: 'first visit', props },
  { name: 'a wrong password', props: { ...props, fault: 'wrong', name: 'motcua' } },
  { name: 'nothing filled in, made-up data', props: { ...props, fault: 'missing', demo: true } },
  { name: 'slowed down', props: { ...props, fault: 'slowed', waitSeconds: 512, name: 'motcua' } },
  {
    name: 'over plain http',
    props: { ...props, plainHttp: { httpsHref: null, localHref: 'http://localhost:8080/dang-nhap' } },
  },
];
