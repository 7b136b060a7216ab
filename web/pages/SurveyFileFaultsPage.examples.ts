import { officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderSurveyFileFaultsPage } from './SurveyFileFaultsPage.tsx';

const props = {
  ...officeExample,
  examined: {
    faults: [
      { field: 'questions[2].text.vi', code: 'something-new', params: {}, message: 'Too long' },
      { field: '', code: 'json', params: {}, message: 'Not JSON' },
    ],
    more: 12,
    brokenAt: { line: 3, column: 14 },
  },
  text: '{ "id": "mot-cua"',
};

export const surveyFileFaultsPageExamples: PageExamples<typeof renderSurveyFileFaultsPage> = [
  { name: 'faults, and more of them', props },
  { name: 'nothing was sent', props: { ...props, examined: null, text: '' } },
];
