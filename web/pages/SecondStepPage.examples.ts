import { officeExample } from '../examples/office.examples.ts';
import { factorSetupExample } from '../examples/qr.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderSecondStepPage } from './SecondStepPage.tsx';

const { demo, unitName } = officeExample;
const props = { demo, unitName, userName: 'mot-cua', step: 'x', next: '', setUp: null, faults: [] };
const faults = [{ field: 'code', code: 'code-used' }];

export const secondStepPageExamples: PageExamples<typeof renderSecondStepPage> = [
  { name: 'a code', props },
  { name: 'a code, faulty', props: { ...props, faults } },
  { name: 'setting it up', props: { ...props, setUp: factorSetupExample } },
];
