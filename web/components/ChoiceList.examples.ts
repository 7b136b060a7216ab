import { exampleSurvey } from '../examples/survey.examples.ts';
import type { Examples } from '../preview/example.ts';
import type { ChoiceList } from './ChoiceList.tsx';

const { heading, options } = exampleSurvey.respondent.field;
const props = { name: 'field', heading: heading.vi, options, kept: '', faults: [], locale: 'vi' } as const;

export const choiceListExamples: Examples<typeof ChoiceList> = [
  { name: 'nothing chosen', props },
  { name: 'chosen', props: { ...props, kept: 'other' } },
  { name: 'faulty', props: { ...props, faults: [{ field: 'field', code: 'option-unknown' }] } },
];
