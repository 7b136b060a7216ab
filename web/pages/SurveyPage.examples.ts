import { exampleSurvey } from '../examples/survey.examples.ts';
import type { Examples } from '../preview/example.ts';
import { NOTHING_KEPT, type SurveyFields, type SurveyPageProps } from './SurveyPage.tsx';

type SurveyPageExample = { readonly name: string; readonly props: Omit<SurveyPageProps, 'assets'> };

const firstVisit: SurveyPageExample['props'] = {
  locale: 'vi',
  demo: false,
  unitName: 'UBND xã Đông Sơn',
  counterName: 'Quầy 1: Tư pháp – Hộ tịch',
  contactPhone: '0237 000 0000',
  action: '/k/k7mpx',
  otherLocaleHref: '/k/k7mpx?lang=en',
  token: 'AAAAAAAAAAAAAAAAAAAAAA.0lqx8k3z9.BBBBBBBBBBBBBBBBBBBBBB',
  survey: exampleSurvey,
  asksField: true,
  kept: NOTHING_KEPT,
  faults: [],
};

export const surveyPageExamples = {
  firstVisit: { name: 'first visit', props: firstVisit },
  english: {
    name: 'first visit, in English, at a counter that says what the visit was about, without a phone',
    props: {
      ...firstVisit,
      locale: 'en',
      otherLocaleHref: '/k/k7mpx?lang=vi',
      asksField: false,
      contactPhone: null,
    },
  },
  overallMissing: {
    name: 'sent without the first answer, everything else kept',
    props: {
      ...firstVisit,
      kept: {
        levels: { i25: '2', i34: 'na' },
        why: { i25: ['few-chairs'] },
        kind: 'organisation',
        field: '',
        comment: 'Chỗ chờ nóng, cần thêm quạt.',
      },
      faults: [{ field: 'q.overall', code: 'overall-missing' }],
    },
  },
  everythingWrong: {
    name: 'every kind of fault at once',
    props: {
      ...firstVisit,
      kept: { ...NOTHING_KEPT, levels: { overall: '9', i25: '1' }, comment: 'a'.repeat(1_200) },
      faults: [
        { field: 'q.overall', code: 'level-invalid' },
        { field: 'why.i25', code: 'chip-unknown' },
        { field: 'q.i99', code: 'question-unknown' },
        { field: 'kind', code: 'option-unknown' },
        { field: 'field', code: 'option-unknown' },
        { field: 'comment', code: 'comment-too-long' },
        { field: 't', code: 'token-expired' },
        { field: 'form', code: 'something-new' },
      ],
    },
  },
  demoWithLowLevels: {
    name: 'made-up data; low levels chosen, reasons open',
    props: {
      ...firstVisit,
      demo: true,
      kept: { ...NOTHING_KEPT, levels: { overall: '3', i25: '1', i34: '5', i37: 'na' } },
    },
  },
} as const satisfies Record<string, SurveyPageExample>;

export const surveyFieldsExamples: Examples<typeof SurveyFields> = [
  { name: 'first visit', props: firstVisit },
];
