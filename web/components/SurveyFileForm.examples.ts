import type { Examples } from '../preview/example.ts';
import type { SurveyFileForm } from './SurveyFileForm.tsx';

export const surveyFileFormExamples: Examples<typeof SurveyFileForm> = [
  { name: 'a text', props: { text: '{ "id": "mot-cua"', faults: [] } },
];
