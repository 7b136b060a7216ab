import { counterNamesExample } from '../examples/office.examples.ts';
import { feedbackVi } from '../messages/feedback.vi.ts';
import type { Examples } from '../preview/example.ts';
import { stateNamesExample } from './CommentCard.examples.ts';
import type { CommentFilter, CommentStateChoice } from './CommentFilter.tsx';

export const stateChoicesExample: readonly CommentStateChoice[] = [
  { state: null, count: 27, href: '/can-bo/gop-y', isSelected: true },
  ...Object.keys(feedbackVi.states).map((state, index) => ({
    state,
    count: index * 9,
    href: `/can-bo/gop-y?muc=${state}`,
    isSelected: false,
  })),
];

const props = {
  states: stateChoicesExample,
  counters: counterNamesExample.map((counter) => ({ ...counter, isSelected: false })),
  search: '',
  stateNames: stateNamesExample,
  clearHref: null,
};

export const commentFilterExamples: Examples<typeof CommentFilter> = [
  { name: 'everything', props },
  {
    name: 'a counter and words',
    props: {
      ...props,
      counters: counterNamesExample.map((counter, index) => ({ ...counter, isSelected: index === 2 })),
      search: 'ghế ngồi',
      clearHref: '/can-bo/gop-y',
    },
  },
  { name: 'no counters to choose from', props: { ...props, counters: [] } },
];
