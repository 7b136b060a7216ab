import { officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderAdministrationPage } from './AdministrationPage.tsx';

type Pages = PageExamples<typeof renderAdministrationPage>;

export const administrationPageExamples: Pages = [
  { name: 'as it is', props: officeExample },
  { name: 'made-up data', props: { ...officeExample, demo: true } },
];
