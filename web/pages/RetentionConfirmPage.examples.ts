import { officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderRetentionConfirmPage } from './RetentionConfirmPage.tsx';

type Pages = PageExamples<typeof renderRetentionConfirmPage>;

export const retentionConfirmPageExamples: Pages = [
  { name: 'six months', props: { ...officeExample, months: 6, since: '2024-02-06', keptFrom: '2023-08-07' } },
];
