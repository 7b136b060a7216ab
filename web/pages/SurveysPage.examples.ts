import { counterNamesExample, officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderSurveysPage } from './SurveysPage.tsx';

const survey = { id: 'mot-cua-ngan', version: 1, title: 'Phiếu ngắn' };
const long = {
  id: 'mot-cua-day-du',
  version: 1,
  title: 'Phiếu đầy đủ về giải quyết thủ tục hành chính tại bộ phận một cửa',
};
const props = {
  ...officeExample,
  counters: counterNamesExample.map((counter, index) => ({
    ...counter,
    isOpen: index < 2,
    survey: index === 2 ? null : { ...survey, since: '2024-01-01' },
  })),
  planned: [{ ...long, key: 'mot-cua-day-du/1', since: '2024-03-01', counters: null, mayWithdraw: true }],
  surveys: [
    {
      ...survey,
      key: 'mot-cua-ngan/1',
      questions: 7,
      isPublished: true,
      previewHref: '/quan-tri/phieu/xem?phieu=a',
    },
    {
      ...long,
      key: 'mot-cua-day-du/1',
      questions: 24,
      isPublished: false,
      previewHref: '/quan-tri/phieu/xem?phieu=b',
    },
  ],
  typed: { survey: '', counter: 'all', since: '' },
  exampleDay: '2024-03-01',
  faults: [],
  mayChange: true,
};

export const surveysPageExamples: PageExamples<typeof renderSurveysPage> = [
  { name: 'a change is planned', props },
  { name: 'nothing planned', props: { ...props, planned: [] } },
  { name: 'to be read only', props: { ...props, mayChange: false } },
  {
    name: 'faulty',
    props: {
      ...props,
      typed: { survey: '', counter: '', since: 'mai' },
      faults: [
        { field: 'survey', code: 'survey-missing' },
        { field: 'counter', code: 'counter-missing' },
        { field: 'since', code: 'day-malformed' },
      ],
    },
  },
];
