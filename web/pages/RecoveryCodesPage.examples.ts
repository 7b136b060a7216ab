import { officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderRecoveryCodesPage } from './RecoveryCodesPage.tsx';

const codes = Array.from({ length: 10 }, (_, index) => `bcfgh-jkmnp-qrstv-xz234-5678${index}`);

export const recoveryCodesPageExamples: PageExamples<typeof renderRecoveryCodesPage> = [
  { name: 'new', props: { ...officeExample, userName: 'mot-cua', codes, isNew: true, next: '/quan-tri' } },
];
