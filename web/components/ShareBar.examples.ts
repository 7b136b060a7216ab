import type { Examples } from '../preview/example.ts';
import type { ShareBar } from './ShareBar.tsx';

export const shareBarExamples: Examples<typeof ShareBar> = [0, 0.4, 50, 100].map((percent) => ({
  name: `${percent} %`,
  props: { percent },
}));
