import type { Localised, QuestionView, SurveyView } from '../components/survey-view.ts';
import type { Examples } from '../preview/example.ts';
import { NOTHING_KEPT, type SurveyFields, type SurveyPageProps } from './SurveyPage.tsx';

/** The page's properties but for style and script, which tests and the server take from the build. */
export type SurveyPageExample = { readonly name: string; readonly props: Omit<SurveyPageProps, 'assets'> };

const words = (vi: string, en: string): Localised => ({ vi, en });

function makeItem(
  id: string,
  text: Localised,
  hint: Localised,
  na: Localised,
  chips: readonly (readonly [id: string, text: Localised])[],
): QuestionView {
  return {
    id,
    text,
    hint,
    na,
    chips: {
      up_to_level: 2,
      heading: words('Điều gì chưa tốt? (chọn bao nhiêu cũng được)', 'What was not good? (tick any)'),
      options: chips.map(([chipId, chipText]) => ({ id: chipId, text: chipText })),
    },
  };
}

/** A small survey with everything that a survey may have: hints, reasons, not applicable, a condition. */
export const exampleSurvey: SurveyView = {
  id: 'mau-thu',
  version: 1,
  title: words('Ông/Bà thấy xã phục vụ thế nào?', 'How did the commune serve you?'),
  purpose: words(
    'Phiếu giúp xã phục vụ tốt hơn. Mất chưa đến 1 phút.',
    'Helps us serve better. Under a minute.',
  ),
  items_heading: words('Ông/Bà hài lòng ở mức nào về:', 'How satisfied are you with:'),
  levels: {
    '1': words('Rất không hài lòng', 'Very dissatisfied'),
    '2': words('Không hài lòng', 'Dissatisfied'),
    '3': words('Bình thường', 'Neutral'),
    '4': words('Hài lòng', 'Satisfied'),
    '5': words('Rất hài lòng', 'Very satisfied'),
  },
  questions: [
    {
      id: 'overall',
      text: words(
        'Nhìn chung, Ông/Bà hài lòng ở mức nào về lần này?',
        'Overall, how satisfied are you with this visit?',
      ),
      hint: words(
        'Lần Ông/Bà vừa làm thủ tục, tại xã hoặc qua mạng',
        'What you have just done, at the office or online',
      ),
      na: null,
      chips: {
        up_to_level: 3,
        heading: words('Điều gì cần làm tốt hơn?', 'What should be better?'),
        options: [
          { id: 'long-wait', text: words('Phải chờ lâu', 'Long wait') },
          { id: 'many-visits', text: words('Phải đi lại nhiều lần', 'Had to come back several times') },
        ],
      },
    },
    makeItem(
      'i25',
      words('Chỗ ngồi chờ và bàn viết', 'Waiting seats and writing desks'),
      words('Đủ cho mọi người dùng', 'Enough for everyone'),
      words('Tôi làm qua mạng', 'I did it online'),
      [
        ['few-chairs', words('Thiếu ghế', 'Not enough chairs')],
        ['hard-for-frail', words('Khó cho người già, người khuyết tật', 'Hard for old or disabled people')],
      ],
    ),
    {
      ...makeItem(
        'i34',
        words('Trả kết quả đúng ngày hẹn', 'Result returned on the promised day'),
        words('Kể cả khi kết quả là từ chối', 'Even when the answer was no'),
        words('Chưa đến ngày hẹn', 'Not due yet'),
        [['late', words('Trả chậm', 'Late')]],
      ),
      show_if: { question: 'i25', answers: ['1', '2', 'na'] },
    },
    {
      ...makeItem(
        'i37',
        words('Cách gửi góp ý', 'Ways to comment'),
        words('', ''),
        words('Chưa gửi', 'Never'),
        [],
      ),
      hint: null,
    },
  ],
  respondent: {
    kind: {
      heading: words('Lần này Ông/Bà làm thủ tục cho ai?', 'Whom did you do this for?'),
      options: [
        { id: 'citizen', text: words('Người dân', 'A citizen') },
        { id: 'organisation', text: words('Tổ chức, doanh nghiệp', 'An organisation or a business') },
      ],
    },
    field: {
      heading: words('Ông/Bà làm thủ tục về việc gì?', 'What was it about?'),
      options: [
        { id: 'land', text: words('Đất đai, môi trường', 'Land, environment') },
        { id: 'other', text: words('Việc khác', 'Something else') },
      ],
    },
  },
  comment: { heading: words('Ông/Bà muốn nói thêm điều gì?', 'Anything else?') },
};

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

/** The states in which the survey is met; tests and the accessibility check go through all of them. */
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
