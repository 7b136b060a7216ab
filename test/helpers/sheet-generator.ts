import { serialOf } from './xlsx-file.ts';

/** What a generated sheet contains and where, to compare with what the import finds. */
export interface SheetTruth {
  readonly file: string;
  readonly format: 'csv' | 'xlsx';
  readonly delimiter: string;
  readonly kind: 'dossiers' | 'totals';
  /** Row number, from 1, of the first row below the headings. */
  readonly firstRow: number;
  readonly date: number;
  readonly counter: number | null;
  readonly count: number | null;
  readonly id: number | null;
  /** Numbers, from 1, of rows that have a day but must not be counted; the import has to report them. */
  readonly skipped: readonly number[];
}

/** Headings that one-stop systems and offices use. */
const RETURNED = [
  'Ngày trả',
  'Ngày trả kết quả',
  'Ngày trả KQ',
  'Ngày kết thúc xử lý',
  'Ngày hoàn thành',
  'Ngày có kết quả',
  'NGÀY TRẢ KẾT QUẢ',
  'Thời gian trả kết quả',
  '(7) Ngày trả kết quả',
  'Ngày trả kết quả (dd/MM/yyyy)',
  'Ngày công dân nhận kết quả',
  'Ngày trả thực tế',
  'Ngày giờ trả',
  'Ngày đóng hồ sơ',
  'Ngày phát hành kết quả',
  'Ngày ký trả',
  'Ngày giao kết quả',
  'Ngày xử lý xong',
  'Ngày giải quyết xong',
  'Ngày trả hồ sơ cho dân',
];
const PROMISED = [
  'Ngày hẹn trả',
  'Ngày hẹn trả kết quả',
  'Hạn trả',
  'Hạn xử lý',
  'Ngày trả theo phiếu',
  'Ngày trả dự kiến',
  'Ngày trả kết quả theo luật',
  'Ngày phải trả',
  'Thời hạn giải quyết',
  'Ngày trả kết quả dự kiến',
  'Hạn ngày trả',
  'Ngày trả KQ về một cửa',
  'Ngày dự kiến hoàn thành',
  'Ngày đến hạn',
  'Ngày hết hạn',
];
const RECEIVED = [
  'Ngày tiếp nhận',
  'Ngày nhận',
  'Ngày nộp',
  'Ngày nộp hồ sơ',
  'Thời gian tiếp nhận',
  'Ngày gửi',
  'Ngày nhận hồ sơ',
  'Ngày tạo',
  'Ngày đăng ký',
  'Ngày vào sổ',
  'Ngày tiếp nhận hồ sơ',
  'Ngày bổ sung',
  'Ngày trả hồ sơ bổ sung',
];
const OTHER_DAYS = ['Ngày sinh', 'Ngày cấp CCCD', 'Ngày cấp', 'Ngày chuyển', 'Ngày in phiếu'];
const IDS = [
  'Mã hồ sơ',
  'Số hồ sơ',
  'Mã HS',
  'Số biên nhận',
  'Mã giao dịch',
  'Mã số hồ sơ',
  'Mã tra cứu',
  'Số phiếu',
  'Mã biên nhận',
];
const COUNTERS = ['Lĩnh vực', 'Quầy', 'Bộ phận', 'Tên quầy', 'Bộ phận tiếp nhận'];
const OTHERS = [
  'Người nộp',
  'Tên thủ tục',
  'Địa chỉ',
  'Số điện thoại',
  'Lệ phí',
  'Trạng thái',
  'Cán bộ',
  'Ghi chú',
  'Số bộ',
  'Số ngày',
  'Phí',
  'Mức độ DVC',
  'CCCD',
  'Hình thức nhận',
  'Đơn vị',
];
const COUNTS = [
  'Số lượt',
  'Số lượng',
  'Số lượt giao dịch',
  'Số hồ sơ đã trả',
  'Đã giải quyết',
  'Số hồ sơ',
  'Tổng số hồ sơ',
  'Số hồ sơ đã giải quyết',
  'Đã trả',
  'Giao dịch',
];
const OTHER_COUNTS = [
  'Tiếp nhận',
  'Số hồ sơ tiếp nhận',
  'Quá hạn',
  'Đúng hạn',
  'Tồn kỳ trước',
  'Đang xử lý',
  'Lệ phí',
  'Số giấy mời',
];
const DAYS = ['Ngày', 'Ngày tháng', 'Ngày giao dịch', 'Ngày làm việc', 'Ngày báo cáo'];
const NOT_YET = ['', '', '', 'Chưa trả', '-', 'NULL', 'Đang xử lý', '01/01/0001 00:00:00', 'Chưa có'];

/** Formats of dates; `serial` is a spreadsheet's serial day. */
const FORMATS = [
  'serial',
  'dd/mm/yyyy',
  'd/m/yyyy',
  'dd-mm-yyyy',
  'yyyy-mm-dd',
  'dd/mm/yyyy hh:mm',
  'yyyy-mm-dd hh:mm:ss',
] as const;
type DayFormat = (typeof FORMATS)[number];

/** Returns pseudo-random numbers in [0, 1); equal seeds give equal numbers. */
export type Dice = () => number;

/** The generator mulberry32. */
export function makeDice(seed: number): Dice {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface GeneratedSheet {
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly merges: readonly string[];
  readonly truth: Omit<SheetTruth, 'file'>;
}

/**
 * A sheet as an office might export it: columns in any order, titles, empty rows, footers, placeholders, duplicates.
 */
export function generateSheet(dice: Dice, known: readonly string[]): GeneratedSheet {
  const pick = <Value>(list: readonly Value[]): Value => list[Math.floor(dice() * list.length)] as Value;
  const chance = (p: number) => dice() < p;
  const format = pick(['csv', 'xlsx'] as const);
  const dayFormat = pick(format === 'csv' ? FORMATS.filter((each) => each !== 'serial') : FORMATS);
  const kind = pick(['dossiers', 'dossiers', 'totals'] as const);
  const day = (offset: number): string =>
    new Date(Date.UTC(2024, 10, 25 + offset)).toISOString().slice(0, 10);
  const names = chance(0.6) ? known : ['Hộ tịch', 'Đất đai', 'Y tế', 'Giáo dục'];

  type Column = { readonly role: string; readonly heading: string };
  const columns: Column[] = kind === 'dossiers' ? [] : [{ role: 'date', heading: pick(DAYS) }];
  if (kind === 'dossiers') {
    columns.push({ role: 'date', heading: pick(RETURNED) });
    if (chance(0.9)) columns.push({ role: 'id', heading: pick(IDS) });
    if (chance(0.7)) columns.push({ role: 'received', heading: pick(RECEIVED) });
    if (chance(0.6)) columns.push({ role: 'promised', heading: pick(PROMISED) });
    if (chance(0.2)) columns.push({ role: 'birth', heading: pick(OTHER_DAYS) });
    for (let n = Math.floor(dice() * 4); n > 0; n -= 1)
      columns.push({ role: 'other', heading: pick(OTHERS) });
  } else {
    columns.push({ role: 'count', heading: pick(COUNTS) });
    for (let n = Math.floor(dice() * 3); n > 0; n -= 1)
      columns.push({ role: 'othercount', heading: pick(OTHER_COUNTS) });
    if (chance(0.2)) columns.push({ role: 'other', heading: 'Ghi chú' });
  }
  if (chance(0.6)) columns.push({ role: 'counter', heading: pick(COUNTERS) });
  for (let at = columns.length - 1; at > 0; at -= 1) {
    const other = Math.floor(dice() * (at + 1));
    [columns[at], columns[other]] = [columns[other] as Column, columns[at] as Column];
  }
  if (chance(0.5)) columns.unshift({ role: 'ordinal', heading: 'STT' });
  // Columns with equal headings are the subject of other tests.
  const isDouble = new Set(columns.map(({ heading }) => heading)).size < columns.length;
  if (isDouble) return generateSheet(dice, known);

  const at = (role: string) => {
    const index = columns.findIndex((column) => column.role === role);
    return index < 0 ? null : index;
  };
  const titles: (string | null)[][] = chance(0.5)
    ? [
        ['UBND XÃ'],
        ['DANH SÁCH HỒ SƠ'],
        ...(chance(0.5) ? [['Từ ngày', '01/12/2024', 'Đến ngày', '31/12/2024']] : []),
        [],
      ]
    : [];
  const body: (string | number | null)[][] = [];
  const count = 3 + Math.floor(dice() * 25);
  const firstId = 1000 + Math.floor(dice() * 9000);
  const idStyle = pick(['text', 'number', 'code'] as const);
  const days = Array.from({ length: count }, (_, index) =>
    Math.floor(kind === 'totals' ? index / (at('counter') === null ? 1 : names.length) : dice() * 28),
  );
  for (let row = 0; row < count; row += 1) {
    const back = days[row] as number;
    body.push(
      columns.map(({ role, heading }): string | number | null => {
        if (role === 'ordinal') return row + 1;
        if (role === 'date')
          return kind === 'dossiers' && chance(0.15) ? pick(NOT_YET) || null : writeDay(day(back), dayFormat);
        if (role === 'received') return writeDay(day(back - 3), dayFormat);
        if (role === 'promised') return writeDay(day(back + 2), dayFormat);
        if (role === 'birth') return writeDay('1980-05-17', dayFormat);
        if (role === 'id') {
          const number = firstId + (chance(0.03) && row > 0 ? row - 1 : row);
          return idStyle === 'number'
            ? number
            : idStyle === 'code'
              ? `H56.99-241125-${number}`
              : `HS${number}`;
        }
        if (role === 'counter') return names[row % names.length] as string;
        if (role === 'count' || role === 'othercount') return Math.floor(dice() * 40);
        return /phí|điện thoại|CCCD|bộ|ngày|Mức/i.test(heading) ? Math.floor(dice() * 900) + 100 : `x${row}`;
      }),
    );
    if (chance(0.04)) body.push(columns.map(({ heading }) => heading));
    if (chance(0.04)) body.push([`Nhóm ${row}`]);
    if (chance(0.04)) body.push([]);
  }
  const trapped = chance(0.3)
    ? addTrap(dice, columns, body, (offset) => writeDay(day(offset), dayFormat))
    : [];
  if (chance(0.3)) body.push(columns.map((_, index) => (index === 0 ? 'Tổng cộng' : null)));
  if (chance(0.3)) body.push([], ['Người lập biểu']);
  const heading = columns.map(({ heading: text }) => text);
  return {
    rows: [...titles, heading, ...body],
    merges: titles.length > 0 && format === 'xlsx' ? [`A1:${String.fromCharCode(64 + columns.length)}1`] : [],
    truth: {
      format,
      delimiter: pick([';', ',', '\t']),
      kind,
      firstRow: titles.length + 2,
      date: at('date') as number,
      counter: at('counter'),
      count: at('count'),
      id: at('id'),
      skipped: trapped.map((index) => titles.length + 2 + index),
    },
  };
}

/** Adds rows that look like data, such as a sum without a label, and returns their indices. */
function addTrap(
  dice: Dice,
  columns: readonly { readonly role: string }[],
  body: (string | number | null)[][],
  writeOffset: (offset: number) => string | number,
): number[] {
  const sum = (column: number) => body.reduce((n, cells) => n + (Number(cells[column]) || 0), 0);
  const isTotals = columns.some(({ role }) => role === 'count');
  const trap = columns.map(({ role }, column) => {
    if (role === 'date') return writeOffset(27);
    if (role === 'count' || role === 'othercount') return sum(column);
    return role === 'id' || (role === 'other' && !isTotals) ? 'Quầy 1' : null;
  });
  const index = isTotals && dice() < 0.5 ? 0 : body.length;
  body.splice(index, 0, trap);
  return [index];
}

function writeDay(day: string, format: DayFormat): string | number {
  const [year = '', month = '', date = ''] = day.split('-');
  switch (format) {
    case 'serial':
      return serialOf(day) + 0.25;
    case 'dd/mm/yyyy':
      return `${date}/${month}/${year}`;
    case 'd/m/yyyy':
      return `${Number(date)}/${Number(month)}/${year}`;
    case 'dd-mm-yyyy':
      return `${date}-${month}-${year}`;
    case 'yyyy-mm-dd':
      return day;
    case 'dd/mm/yyyy hh:mm':
      return `${date}/${month}/${year} 08:30`;
    default:
      return `${day} 08:30:05`;
  }
}

/** Some of the files have mixed line ends. */
export function writeCsv({ rows, truth }: GeneratedSheet, dice: Dice): string {
  const quote = (value: string | number | null) => {
    const text = value === null ? '' : String(value);
    return text.includes(truth.delimiter) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const isMixed = dice() < 0.3;
  const lineEnd = dice() < 0.5 ? '\r\n' : '\n';
  return rows
    .map((row) => row.map(quote).join(truth.delimiter) + (isMixed && dice() < 0.5 ? '\r\n' : lineEnd))
    .join('');
}
