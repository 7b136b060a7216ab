import { counterNamesExample } from '../examples/office.examples.ts';
import { leaderVi } from '../messages/leader.vi.ts';
import type { Examples } from '../preview/example.ts';
import type { CounterChanges } from './CounterChanges.tsx';

const up = { id: 'k7mpx', difference_points: 12.5, called: 'up' } as const;
const down = { id: 'z9h4t', difference_points: -9.1, called: 'down' } as const;
const chance = { id: 'q2wna', difference_points: 1.2, called: null } as const;

const props = {
  changes: [up, down, chance],
  names: new Map<string, string>(counterNamesExample.map(({ code, name }) => [code, name])),
  minimum: 30,
  words: leaderVi,
};

export const counterChangesExamples: Examples<typeof CounterChanges> = [
  { name: 'one rose, the one with the longest name fell', props },
  { name: 'chance explains all', props: { ...props, changes: [chance] } },
  { name: 'too few ballots', props: { ...props, changes: [{ ...chance, difference_points: null }] } },
];
