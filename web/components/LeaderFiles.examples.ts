import { reportExample } from '../examples/report.examples.ts';
import type { Examples } from '../preview/example.ts';
import type { LeaderFiles } from './LeaderFiles.tsx';

const closed = { ...reportExample.period, closed_at: '2024-02-20T00:00:00+07:00' };

export const leaderFilesExamples: Examples<typeof LeaderFiles> = [
  { name: 'a running period', props: { report: reportExample } },
  { name: 'a closed period', props: { report: { ...reportExample, period: closed } } },
];
