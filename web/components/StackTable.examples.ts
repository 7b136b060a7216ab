import { h } from 'preact';
import { LONG_NAME } from '../examples/office.examples.ts';
import type { Examples } from '../preview/example.ts';
import type { StackTable } from './StackTable.tsx';

const columns = ['Từ ngày', 'Nội dung', 'Tình trạng'];
const row = (day: string, text: string) =>
  h(
    'tr',
    null,
    h('th', { scope: 'row' }, day),
    h('td', { 'data-label': columns[1] }, text),
    h('td', { 'data-label': columns[2] }, 'đang áp dụng'),
  );

export const stackTableExamples: Examples<typeof StackTable> = [
  {
    name: 'the longest words',
    props: {
      caption: 'Các lần đổi tên',
      columns,
      children: [row('01/01/2024', LONG_NAME), row('01/03/2024', 'Quầy 6')],
    },
  },
];
