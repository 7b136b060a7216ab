import type { Examples } from '../preview/example.ts';
import type { Face } from './Face.tsx';

export const faceExamples: Examples<typeof Face> = (['1', '2', '3', '4', '5'] as const).map((level) => ({
  name: `level ${level}`,
  props: { level },
}));
