import { emptyTrend, trendExample } from '../examples/trend.examples.ts';
import { staffMessages } from '../messages/staff.ts';
import type { Examples } from '../preview/example.ts';
import type { TrendSection } from './TrendSection.tsx';

const props = { points: trendExample, target: 90, words: staffMessages('vi') };

export const trendSectionExamples: Examples<typeof TrendSection> = [
  { name: 'twelve weeks', props },
  {
    name: 'more weeks than a phone shows',
    props: {
      ...props,
      points: ['2022', '2023'].flatMap((year) =>
        trendExample.map((point) => ({
          ...point,
          period: { ...point.period, id: `${year} ${point.period.id}` },
        })),
      ),
    },
  },
  { name: 'nothing can be shown', props: { ...props, points: emptyTrend, target: null } },
];
