import { headlineExamples } from '../examples/headline.examples.ts';
import { staffVi } from '../messages/staff.vi.ts';
import type { Examples } from '../preview/example.ts';
import type { Headline } from './Headline.tsx';

const NAMES = [
  'met, not certain',
  'not met and certain',
  'exactly the target',
  'too few ballots',
  'four ballots',
];

export const headlineComponentExamples: Examples<typeof Headline> = headlineExamples
  .filter(({ name }) => NAMES.includes(name))
  .map(({ name, report }) => ({ name, props: { report, before: null, words: staffVi } }));
