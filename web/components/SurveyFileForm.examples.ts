import type { Examples } from '../preview/example.ts';
import type { SurveyFileForm } from './SurveyFileForm.tsx';

export const surveyFileFormExamples: Examples<typeof SurveyFileForm> = [
  { name: 'empty', props: { text: '', faults: [] } },
  {
    name: 'nothing was sent',
    props: {
      text: '{ "id": "mot-cua"',
      faults: [{ id: 'file', sentence: 'Xin chọn một tệp, hoặc dán nội dung.' }],
    },
  },
];
