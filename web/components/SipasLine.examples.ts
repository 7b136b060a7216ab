import { leaderVi } from '../messages/leader.vi.ts';
import type { Examples } from '../preview/example.ts';
import type { SipasLine } from './SipasLine.tsx';

const words = leaderVi;

export const sipasLineExamples: Examples<typeof SipasLine> = [
  {
    name: 'a figure with its source',
    props: { sipas: { year: 2023, percent: 82.66, source: 'Sở Nội vụ, công bố ngày 17/4/2024' }, words },
  },
  {
    name: 'the longest source, whole percent',
    props: {
      sipas: {
        year: 2023,
        percent: 80,
        source: `https://sonoivu.example.gov.vn/${'chi-so-hai-long-'.repeat(10)}2023.html`,
      },
      words,
    },
  },
];
