import { headlineExamples } from '../examples/headline.examples.ts';
import { itemNamesExample } from '../examples/report.examples.ts';
import { leaderVi } from '../messages/leader.vi.ts';
import { staffMessages } from '../messages/staff.ts';
import type { Examples } from '../preview/example.ts';
import type { VerdictCard } from './VerdictCard.tsx';

const NAMES = ['met and certain', 'not met, not certain', 'too few ballots', 'no ballots', 'no target'];

export const verdictCardExamples: Examples<typeof VerdictCard> = headlineExamples
  .filter(({ name }) => NAMES.includes(name))
  .map(({ name, report, verdict }) => ({
    name,
    props: {
      report,
      verdict,
      fixFirst: report.indicator.suppressed ? null : { item: 'i34', marked_low: 4, dissatisfied_total: 7 },
      itemNames: itemNamesExample,
      today: '2024-02-10',
      leaderWords: leaderVi,
      words: staffMessages('vi'),
    },
  }));
