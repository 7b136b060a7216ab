import { commentExample, stateNamesExample } from '../components/CommentCard.examples.ts';
import { stateChoicesExample } from '../components/CommentFilter.examples.ts';
import { counterNamesExample, officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderCommentsPage } from './CommentsPage.tsx';

type Pages = PageExamples<typeof renderCommentsPage>;

const props = {
  ...officeExample,
  comments: [
    commentExample,
    { ...commentExample, name: 'b', reference: 'B2C3D4', text: 'giảiquyếtthủtụchànhchính'.repeat(8) },
  ],
  states: stateChoicesExample,
  stateNames: stateNamesExample,
  counters: counterNamesExample.map((counter) => ({ ...counter, isSelected: false })),
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

export const commentsPageExamples: Pages = [
  { name: 'two comments', props },
  { name: 'to be read only', props: { ...props, mayMark: false } },
  { name: 'one just marked', props: { ...props, done: { state: 'handled', undo: ['unread:a'] } } },
  { name: 'two marks taken back', props: { ...props, done: { state: null, undo: ['read:a', 'handled:b'] } } },
  {
    name: 'nothing found',
    props: { ...props, comments: [], search: 'ghế', isFiltered: true, pages: 1, olderHref: null },
  },
  { name: 'all read', props: { ...props, comments: [], pages: 1, olderHref: null } },
  { name: 'nothing yet', props: { ...props, comments: [], states: [], pages: 1, olderHref: null } },
];
