import { counterNamesExample } from '../examples/office.examples.ts';
import { feedbackVi } from '../messages/feedback.vi.ts';
import type { Examples } from '../preview/example.ts';
import { stateNamesExample } from './CommentCard.examples.ts';
import type { CommentFilter, CommentStateChoice } from './CommentFilter.tsx';

export const stateChoicesExample: readonly CommentStateChoice[] = [
  ...Object.keys(feedbackVi.states).map((state, index) => ({
    state,
    count: index * 9,
    href: `/can-bo/gop-y?muc=${state}`,
    isSelected: state === 'unread',
  })),
  { state: null, count: 54, href: '/can-bo/gop-y?muc=all', isSelected: false },
];

const props = {
  states: stateChoicesExample,
  counters: counterNamesExample.map((counter) => ({ ...counter, isSelected: false })),
  search: '',
  stateNames: stateNamesExample,
  anyState: 'all',
};

export const commentFilterExamples: Examples<typeof CommentFilter> = [
  { name: 'everything', props },
  {
    name: 'a counter and words',
    props: {
      ...props,
      counters: counterNamesExample.map((counter, index) => ({ ...counter, isSelected: index === 2 })),
      search: 'ghế ngồi',
    },
  },
  { name: 'no counters to choose from', props: { ...props, counters: [] } },
];
