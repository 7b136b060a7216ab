import type { KeptAnswers, Localised, QuestionView, SurveyView } from '../types/survey-view.ts';

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

/** A short survey with every feature: hints, reasons, "not applicable" and a conditional question. */
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

export const nothingKeptExample: KeptAnswers = { levels: {}, why: {}, kind: '', field: '', comment: '' };
