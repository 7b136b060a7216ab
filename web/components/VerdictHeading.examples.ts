import { headlineExamples } from '../examples/headline.examples.ts';
import { sayVerdict } from '../formatting/verdict-sentences.ts';
import { staffMessages } from '../messages/staff.ts';
import type { Examples } from '../preview/example.ts';
import type { VerdictHeading } from './VerdictHeading.tsx';

export const verdictHeadingExamples: Examples<typeof VerdictHeading> = headlineExamples
  .filter(({ name }) => ['met, not certain', 'not met and certain', 'no target'].includes(name))
  .map(({ name, report, verdict }) => ({
    name,
    props: { id: 'verdict', level: 2, sentences: sayVerdict(report, verdict, staffMessages('vi')) },
  }));
