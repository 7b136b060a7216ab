import { exampleSurvey } from '../examples/survey.examples.ts';
import type { Examples } from '../preview/example.ts';
import type { FaultSummary } from './FaultSummary.tsx';

const props = { survey: exampleSurvey, asksField: true, locale: 'vi' } as const;

export const faultSummaryExamples: Examples<typeof FaultSummary> = [
  { name: 'one fault', props: { ...props, faults: [{ field: 't', code: 'token-expired' }] } },
  {
    name: 'several, one that no sentence is known for',
    props: {
      ...props,
      faults: [
        { field: 't', code: 'token-expired' },
        { field: 'form', code: 'something-new' },
      ],
    },
  },
];
