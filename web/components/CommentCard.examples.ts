import { LONG_NAME } from '../examples/office.examples.ts';
import { feedbackVi } from '../messages/feedback.vi.ts';
import type { Examples } from '../preview/example.ts';
import type { CommentCard, CommentView } from './CommentCard.tsx';

export const stateNamesExample: Readonly<Record<string, string>> = Object.fromEntries(
  Object.keys(feedbackVi.states).map((state) => [state, state]),
);

export const commentExample: CommentView = {
  name: 'a1b2c3',
  reference: 'A1B2C3',
  week: { id: '2024-W05', kind: 'week', from: '2024-01-29', to: '2024-02-04' },
  counterName: 'Quầy 1: Tư pháp – Hộ tịch',
  text: 'Ghế ngồi chờ còn thiếu, người già phải đứng.',
  state: 'unread',
  markedBy: null,
  markedOn: null,
};

const props = {
  comment: commentExample,
  next: undefined,
  action: '/can-bo/gop-y',
  stateNames: stateNamesExample,
};

export const commentCardExamples: Examples<typeof CommentCard> = [
  { name: 'not read yet', props },
  {
    name: 'marked, to be read only',
    props: {
      ...props,
      action: null,
      comment: { ...commentExample, state: 'handled', markedBy: 'chu-tich', markedOn: '2024-02-06' },
    },
  },
  {
    name: 'a long word, lines, marks piled up, markup as text',
    props: {
      ...props,
      comment: {
        ...commentExample,
        counterName: LONG_NAME,
        text: `${'giảiquyếtthủtụchànhchính'.repeat(8)}\n\nDòng hai: <b>không phải chữ đậm</b>.\nẾ${'\u0301'.repeat(40)}`,
      },
    },
  },
];
