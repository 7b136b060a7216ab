import { officeExample } from '../examples/office.examples.ts';
import { factorSetupExample } from '../examples/qr.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderSecondFactorPage } from './SecondFactorPage.tsx';

const props = { ...officeExample, isDemanded: false, isTurnedOff: false, faults: [] };
const on = { name: 'on', since: '2024-01-29', codes: 10 } as const;

export const secondFactorPageExamples: PageExamples<typeof renderSecondFactorPage> = [
  { name: 'off', props: { ...props, state: { name: 'off' }, isTurnedOff: true } },
  { name: 'set up', props: { ...props, state: { name: 'set-up', ...factorSetupExample } } },
  { name: 'on', props: { ...props, state: on } },
  {
    name: 'demanded, few codes, faulty',
    props: {
      ...props,
      state: { ...on, codes: 2 },
      isDemanded: true,
      faults: [{ field: 'current', code: 'current-wrong' }],
    },
  },
];
