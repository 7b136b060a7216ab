import { h } from 'preact';
import { LONG_NAME } from '../examples/office.examples.ts';
import type { Examples } from '../preview/example.ts';
import type { Fold } from './Fold.tsx';

const children = h('p', null, 'Không có phiếu nào trong những ngày này.');

export const foldExamples: Examples<typeof Fold> = [
  { name: 'folded', props: { id: 'counters', heading: 'Từng quầy', children } },
  { name: 'the longest heading', props: { id: 'long', heading: LONG_NAME, children } },
];
