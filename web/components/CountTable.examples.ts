import { staffMessages } from '../messages/staff.ts';
import type { Examples } from '../preview/example.ts';
import type { CountTable } from './CountTable.tsx';

const props = { nameColumn: 'Kênh', countColumn: 'Số phiếu', words: staffMessages('vi') };

export const countTableExamples: Examples<typeof CountTable> = [
  {
    name: 'counts, one of them not shown',
    props: {
      ...props,
      rows: [
        { id: 'poster', name: 'Tờ dán tại nơi giải quyết thủ tục hành chính', count: 12_345 },
        { id: 'paper', name: 'Phiếu giấy', count: null },
      ],
    },
  },
  { name: 'one row', props: { ...props, rows: [{ id: 'poster', name: 'Tờ dán', count: 5 }] } },
];
