import { reportExample } from '../examples/report.examples.ts';
import { staffVi as words } from '../messages/staff.vi.ts';
import type { Examples } from '../preview/example.ts';
import type { DetailNote, PendingNote } from './PendingNote.tsx';

const closed = { ...reportExample.period, closed_at: '2024-02-20T00:00:00+07:00' };

export const pendingNoteExamples: Examples<typeof PendingNote> = [
  { name: 'ballots that wait', props: { report: reportExample, words } },
  {
    name: 'carried from the period before, and into the next one',
    props: {
      report: { ...reportExample, period: closed, ballots: { ...reportExample.ballots, carried_in: 4 } },
      words,
    },
  },
];

export const detailNoteExamples: Examples<typeof DetailNote> = [
  {
    name: 'fewer than the headline has',
    props: {
      report: { ...reportExample, indicator: { ...reportExample.indicator, denominator: 104 } },
      words,
    },
  },
];
