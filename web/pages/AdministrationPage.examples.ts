import { missingExample } from '../components/StartConditions.examples.ts';
import { officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderAdministrationPage } from './AdministrationPage.tsx';

const props = {
  ...officeExample,
  conditions: null,
  phone: '0200 000 000',
  openCounters: 5,
  people: 4,
  hoursSince: '2026-07-01',
  target: 92.5,
  minimum: 30,
  rulesOn: 3,
  external: [{ code: 'sipas' as const, period: '2025', percent: 84.12, source: 'Báo cáo của tỉnh' }],
  surveys: ['Đánh giá mức độ hài lòng về sự phục vụ', 'Đánh giá việc nộp hồ sơ trực tuyến'],
  improvedOn: null,
  commentMonths: 24,
  apiKeys: 2,
  actsToday: 7,
  question: null,
  faults: [],
  isSaved: false,
  mayChange: true,
};

export const administrationPageExamples: PageExamples<typeof renderAdministrationPage> = [
  { name: 'official', props },
  { name: 'made-up data', props: { ...props, demo: true } },
  {
    name: 'a clock that is in doubt at the start',
    props: { ...props, question: { shown: '2024-03-02', believed: '2024-02-04', isWaiting: true } },
  },
  {
    name: 'a clock that was ahead, seen by a supervisor',
    props: {
      ...props,
      question: { shown: '2024-02-05', believed: '2024-02-17', isWaiting: false },
      mayChange: false,
    },
  },
  {
    name: 'trial, just set up',
    props: {
      ...props,
      isSaved: true,
      conditions: missingExample,
      phone: null,
      hoursSince: null,
      target: null,
      minimum: null,
      external: [],
      surveys: [],
      apiKeys: 0,
    },
  },
];
