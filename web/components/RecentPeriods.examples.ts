import { headlineExamples } from '../examples/headline.examples.ts';
import { hiddenReport, reportExample } from '../examples/report.examples.ts';
import { leaderVi } from '../messages/leader.vi.ts';
import type { Examples } from '../preview/example.ts';
import type { RecentPeriods } from './RecentPeriods.tsx';

const week = {
  id: '2024-W05',
  kind: 'week',
  from: '2024-01-29',
  to: '2024-02-04',
  closed_at: '2024-02-10T00:00:00+07:00',
};
const words = leaderVi;
const NAMES = ['met and certain', 'not met, not certain', 'too few ballots', 'no target'];

export const recentPeriodsExamples: Examples<typeof RecentPeriods> = [
  {
    name: 'a running and a closed one',
    props: {
      periods: [
        { name: 'running', report: reportExample },
        { name: 'last-week', report: { ...reportExample, period: week } },
      ],
      words,
    },
  },
  ...headlineExamples
    .filter(({ name }) => NAMES.includes(name))
    .map(({ name, report }) => ({
      name,
      props: { periods: [{ name: 'year-to-date' as const, report }], words },
    })),
  { name: 'no ballots', props: { periods: [{ name: 'four-weeks', report: hiddenReport(0) }], words } },
];
