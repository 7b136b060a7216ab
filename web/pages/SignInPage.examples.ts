import type { PageExamples } from '../preview/example.ts';
import type { renderSignInPage } from './SignInPage.tsx';

const props = {
  demo: false,
  unitName: 'UBND xã Đông Sơn',
  fault: null,
  plainHttp: null,
  waitSeconds: null,
  name: '',
  next: '/lanh-dao',
} as const;

export const signInPageExamples: PageExamples<typeof renderSignInPage> = [
  { name: 'first visit', props },
  { name: 'a wrong password', props: { ...props, fault: 'wrong', name: 'motcua' } },
  { name: 'nothing filled in, made-up data', props: { ...props, fault: 'missing', demo: true } },
  { name: 'slowed down', props: { ...props, fault: 'slowed', waitSeconds: 512, name: 'motcua' } },
  {
    name: 'over plain http',
    props: { ...props, plainHttp: { httpsHref: null, localHref: 'http://localhost:8080/dang-nhap' } },
  },
];
