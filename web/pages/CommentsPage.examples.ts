import { counterNamesExample, LONG_NAME, officeExample } from '../examples/office.examples.ts';
import { feedbackVi } from '../messages/feedback.vi.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderCommentsPage } from './CommentsPage.tsx';

const stateNames: Readonly<Record<string, string>> = Object.fromEntries(
  Object.keys(feedbackVi.states).map((state) => [state, state]),
);
const comment = {
  name: 'a1b2c3',
  reference: 'A1B2C3',
  week: { id: '2024-W05', kind: 'week', from: '2024-01-29', to: '2024-02-04' },
  counterName: 'Quầy 1: Tư pháp – Hộ tịch',
  text: 'Ghế ngồi chờ còn thiếu, người già phải đứng.',
  state: 'unread',
  markedBy: null,
  markedOn: null,
};
const counters = counterNamesExample.map((counter) => ({ ...counter, isSelected: false }));
const props = {
  ...officeExample,
  comments: [
    comment,
    { ...comment, name: 'b', state: 'handled', markedBy: 'chu-tich', markedOn: '2024-02-06' },
    {
      ...comment,
      name: 'c',
      counterName: LONG_NAME,
      text: `${'giảiquyếtthủtụchànhchính'.repeat(8)}\n\nDòng hai: <b>không phải chữ đậm</b>.\nẾ${'\u0301'.repeat(40)}`,
    },
  ],
  states: [
    ...Object.keys(feedbackVi.states).map((state, index) => ({
      state,
      count: index * 9,
      href: `/can-bo/gop-y?muc=${state}`,
      isSelected: state === 'unread',
    })),
    { state: null, count: 54, href: '/can-bo/gop-y?muc=all', isSelected: false },
  ],
  stateNames,
  counters,
  anyState: 'all',
  search: '',
  isFiltered: false,
  action: '/can-bo/gop-y',
  done: null,
  page: 1,
  pages: 3,
  newerHref: null,
  olderHref: '/can-bo/gop-y?trang=2',
  mayMark: true,
};

export const commentsPageExamples: PageExamples<typeof renderCommentsPage> = [
  { name: 'not read, marked, long', props },
  { name: 'to be read only', props: { ...props, mayMark: false } },
  { name: 'one just marked', props: { ...props, done: { state: 'handled', undo: ['unread:a'] } } },
  { name: 'two marks taken back', props: { ...props, done: { state: null, undo: ['read:a', 'handled:b'] } } },
  {
    name: 'nothing found at a counter',
    props: {
      ...props,
      comments: [],
      counters: counters.map((counter, index) => ({ ...counter, isSelected: index === 2 })),
      search: 'ghế ngồi',
      isFiltered: true,
      pages: 1,
      olderHref: null,
    },
  },
  {
    name: 'all read, one counter',
    props: { ...props, comments: [], counters: [], pages: 1, olderHref: null },
  },
  { name: 'nothing yet', props: { ...props, comments: [], states: [], pages: 1, olderHref: null } },
];
