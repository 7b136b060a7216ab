import { officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderTargetConfirmPage } from './TargetConfirmPage.tsx';

type Pages = PageExamples<typeof renderTargetConfirmPage>;

const props = {
  ...officeExample,
  name: 'target_percent',
  since: '2024-03-01',
  today: '2024-02-05',
  asked: { act: 'change', from: 90, to: 92.5 },
  fields: { setting: 'target_percent', value: '92,5', since: '01/03/2024' },
} as const;

export const targetConfirmPageExamples: Pages = [
  { name: 'a target', props },
  {
    name: 'the first minimum, today',
    props: { ...props, name: 'minimum_n', since: props.today, asked: { act: 'change', from: null, to: 30 } },
  },
  { name: 'withdrawn', props: { ...props, asked: { act: 'withdraw', withdrawn: 92.5, stays: 90 } } },
];
