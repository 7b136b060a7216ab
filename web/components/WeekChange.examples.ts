import { itemNamesExample, reportExample } from '../examples/report.examples.ts';
import { staffMessages } from '../messages/staff.ts';
import type { Examples } from '../preview/example.ts';
import type { WeekChange } from './WeekChange.tsx';

const props = { before: reportExample, changes: [], itemNames: itemNamesExample, words: staffMessages('vi') };

export const weekChangeExamples: Examples<typeof WeekChange> = [
  {
    name: 'one item fell, the rest is chance',
    props: {
      ...props,
      changes: [
        { id: 'overall', difference_points: -0.74, called: null },
        { id: 'i34', difference_points: -12.5, called: 'down' },
      ],
    },
  },
  {
    name: 'clearly better',
    props: { ...props, changes: [{ id: 'overall', difference_points: 8.26, called: 'up' }] },
  },
  { name: 'no week before', props: { ...props, before: null } },
];
