import { LONG_NAME, officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderSurveyConfirmPage } from './SurveyConfirmPage.tsx';

type Pages = PageExamples<typeof renderSurveyConfirmPage>;

const props = {
  ...officeExample,
  act: 'change',
  since: '2024-03-01',
  today: '2024-02-05',
  survey: { id: 'mot-cua-day-du', version: 1, title: 'Phiếu đầy đủ về giải quyết thủ tục hành chính' },
  counters: null,
  fields: { survey: 'mot-cua-day-du/1', counter: 'all', since: '01/03/2024' },
} as const;

export const surveyConfirmPageExamples: Pages = [
  { name: 'at all counters', props },
  { name: 'today, at one', props: { ...props, since: '2024-02-05', counters: [LONG_NAME] } },
  { name: 'withdrawn', props: { ...props, act: 'withdraw' } },
];
