import { officeExample } from '../examples/office.examples.ts';
import type { ColumnProfile, Mapping, ReadImport } from '../types/transaction-import.ts';

const column = (
  index: number,
  heading: string,
  examples: readonly string[],
  part: Partial<ColumnProfile> = {},
): ColumnProfile => ({
  index,
  letters: String.fromCharCode(65 + index),
  heading,
  filled: 1_892,
  days: 0,
  spans: 0,
  counts: 0,
  distinct: 1_878,
  examples,
  ...part,
});

const COLUMNS: readonly ColumnProfile[] = [
  column(0, 'STT', ['1', '2', '3'], { counts: 1_892 }),
  column(1, 'Mã hồ sơ', ['261001-0007', '261001-0011', '261001-0012']),
  column(2, 'Lĩnh vực', ['Hộ tịch', 'Đất đai', 'Chứng thực'], { distinct: 9 }),
  column(3, 'Ngày tiếp nhận', ['01/10/2026', '01/10/2026', '01/10/2026'], { days: 1_892 }),
  column(4, 'Ngày hẹn trả', ['05/10/2026', '21/10/2026', '01/10/2026'], { days: 1_892 }),
  column(5, 'Ngày trả kết quả', ['01/10/2026', '20/10/2026', '01/10/2026'], { days: 1_721, filled: 1_721 }),
  column(6, 'Trạng thái', ['Đã trả', 'Đã trả', 'Đang giải quyết'], { distinct: 3 }),
];

/** A list of dossiers with three columns of days. */
export const readExample: ReadImport = {
  format: 'xlsx',
  sheets: [
    { name: 'Danh sách', rows: 1_895 },
    { name: '', rows: 12 },
  ],
  sheet: 0,
  headingRow: 3,
  headingRows: [1, 2, 3, 4],
  fingerprint: 'x',
  columns: COLUMNS,
  preview: [
    { number: 3, cells: COLUMNS.map(({ heading }) => heading) },
    { number: 4, cells: ['1', '261001-0007', 'Hộ tịch', '01/10/2026', '05/10/2026', '01/10/2026', 'Đã trả'] },
    { number: 5, cells: ['2', '261001-0011', 'Đất đai', '01/10/2026', '21/10/2026', '20/10/2026', 'Đã trả'] },
    { number: 6, cells: ['3', '261002-0003', 'Đất đai', '02/10/2026', '22/10/2026', '', 'Đang giải quyết'] },
  ],
  rows: 1_892,
  proposal: {
    kind: 'dossiers',
    date: null,
    until: null,
    counter: null,
    counts: [],
    id: 1,
    dayOrder: 'day-first',
    orders: [{ order: 'day-first', days: [] }],
    dates: [
      { column: 3, reason: 'unlikely' },
      { column: 4, reason: 'unlikely' },
      { column: 5, reason: 'likely' },
    ],
    counters: [{ column: 2, reason: 'possible' }],
    countColumns: [],
    unfamiliar: [],
    remembered: null,
    needs: ['date'],
  },
  mapping: null,
  isRemembered: false,
  numbers: null,
};

export const mappingExample: Mapping = {
  kind: 'dossiers',
  date: 5,
  until: null,
  counter: 2,
  counts: [],
  id: 1,
  dayOrder: 'day-first',
  texts: {},
  confirmed: [],
  trusted: [],
  names: {},
};

export const fileExample = {
  ...officeExample,
  fileName: 'ho-so-thang-10.xlsx',
  action: '/can-bo/giao-dich/tep/x',
};
