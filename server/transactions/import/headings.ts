import { parseSpanCell } from './parse-cell.ts';
import { foldWords, isBlank, type Table, type TableRow, textOf } from './table.ts';

/** What a column holds, told by its heading; `other` is looked at no further, unless it is a counter's name. */
export type ColumnRole =
  | 'finish-date'
  | 'receipt-date'
  | 'date'
  | 'from'
  | 'to'
  | 'span'
  | 'count'
  | 'total'
  | 'counter'
  | 'dossier'
  | 'dossier-or-count'
  | 'ordinal'
  | 'other';

/** A column with its heading. */
export interface Column {
  readonly index: number;
  readonly role: ColumnRole;
  /** Of several columns of one role the highest is meant. */
  readonly rank: number;
  /** The words above it, as they stand. */
  readonly heading: string;
  /** Whether the heading over several columns says that they hold counts. */
  readonly isBelowCount: boolean;
}

/** The headings of a table and the rows below them. */
export interface Headings {
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
}

/** Headings are looked for in so many rows; titles stand above them. */
const SEARCHED_ROWS = 40;
/** A longer text is a title or a note. */
const LONGEST_HEADING = 90;

const PROMISED = /\b(hen|du kien|phai tra|han tra|han xu ly|han giai quyet|sinh|cap|so ngay)\b/;
const NOT_FINISHED =
  /\b(tiep nhan|nhan moi|dang|chua|ton|qua han|dung han|truoc han|tre han|ky truoc|chuyen|huy|tu choi|phi|tien|rut|bo sung|truc tuyen)\b/;

/** Rules of finish dates and counts, the surest first: the rank falls down the list. */
const FINISH_DATES = [
  /\b(tra|tra kq|tra ket qua)\b/,
  /\bnhan (ket qua|kq)\b/,
  /\b(ket thuc|hoan thanh|hoan tat|xong|dong ho so)\b/,
  /\bco (ket qua|kq)\b/,
];
const COUNTS = [
  /\bgiao dich\b/,
  /\b(da tra|tra ket qua|tra kq)\b/,
  /\b(da giai quyet|da xu ly|hoan thanh|da xong|giai quyet xong|ket qua giai quyet)\b/,
  /^(so luong|so luot|so hs|luot|tong so ho so|tong ho so|so luong ho so|tong so hs)\b/,
];

/** What a heading says. Words come folded. */
function classifyHeading(folded: string): Pick<Column, 'role' | 'rank'> {
  const role = (name: ColumnRole, rank = 1) => ({ role: name, rank });
  if (folded === '' || folded.length > LONGEST_HEADING) return role('other');
  if (/^(stt|tt|so tt|so thu tu|thu tu|no)$/.test(folded)) return role('ordinal');
  if (/^(tu|tu ngay|ngay bat dau|bat dau)$/.test(folded)) return role('from');
  if (/^(den|den ngay|toi ngay|het ngay)$/.test(folded)) return role('to');
  if (/^(tuan|thang|ky|ky bao cao|thoi ky|giai doan|khoang thoi gian|thoi gian|tuan thang)$/.test(folded)) {
    return role('span');
  }
  if (/\b(ngay|thoi diem|thoi gian|date)\b/.test(folded) && !/\d/.test(folded)) {
    if (PROMISED.test(folded)) return role('other');
    const rank = FINISH_DATES.findIndex((rule) => rule.test(folded));
    if (rank >= 0) return role('finish-date', FINISH_DATES.length - rank);
    if (/\b(nhan|nop|gui|den)\b/.test(folded)) return role('receipt-date');
    const isPlain = /^(ngay|ngay thang|ngay thang nam|ngay giao dich|ngay lam viec|ngay thong ke|date)$/;
    return isPlain.test(folded) ? role('date') : role('other');
  }
  if (/^(ten |ma )?quay( (tiep nhan|giao dich|xu ly|phuc vu))?$/.test(folded)) return role('counter', 3);
  if (/^bo phan( (tiep nhan|giai quyet|xu ly|phu trach))?$/.test(folded)) return role('counter', 2);
  if (/^(ten |thuoc )?linh vuc( (ho so|giai quyet|thu tuc))?$/.test(folded)) return role('counter', 1);
  if (/^(ma ho so|ma so ho so|ma hs|so bien nhan|ma bien nhan|so ho so bien nhan|ma tra cuu)$/.test(folded)) {
    return role('dossier');
  }
  if (/^(so ho so|so hs)$/.test(folded)) return role('dossier-or-count');
  if (NOT_FINISHED.test(folded)) return role('other');
  const rank = COUNTS.findIndex((rule) => rule.test(folded));
  if (rank >= 0) return role('count', COUNTS.length - rank + 1);
  return /^(tong|tong so|tong cong|cong)$/.test(folded) ? role('total') : role('other');
}

const DATES: readonly ColumnRole[] = ['finish-date', 'receipt-date', 'date', 'from', 'span'];

/** Finds the headings of a table: one row, or two of which the upper one spans columns. Null: none. */
export function findHeadings(table: Table): Headings | null {
  for (const [index, row] of table.rows.slice(0, SEARCHED_ROWS).entries()) {
    const dateAt = row.cells.findIndex(
      (cell) => typeof cell === 'string' && DATES.includes(classifyHeading(foldWords(cell)).role),
    );
    if (dateAt < 0 || !isHeadingRow(table, index, dateAt)) continue;
    const next = table.rows[index + 1];
    const isDouble = next !== undefined && isLowerHeading(table, row, next, dateAt);
    const columns = isDouble ? joinHeadings(row, next) : joinHeadings(null, row);
    const below = table.rows.slice(index + (isDouble ? 2 : 1));
    const [numbering] = below;
    return { columns, rows: numbering && isNumbering(numbering) ? below.slice(1) : below };
  }
  return null;
}

/** A title over all columns is one text; headings are several, or stand right over a date. */
function isHeadingRow(table: Table, index: number, dateAt: number): boolean {
  const texts = new Set((table.rows[index]?.cells ?? []).map((cell) => foldWords(textOf(cell))));
  texts.delete('');
  if (texts.size >= 2) return true;
  const below = table.rows[index + 1]?.cells[dateAt];
  return 'value' in parseSpanCell(below ?? null, table.is1904);
}

function isLowerHeading(table: Table, upper: TableRow, lower: TableRow, dateAt: number): boolean {
  const under = lower.cells[dateAt];
  const isSame = textOf(under) === textOf(upper.cells[dateAt]);
  if (!isBlank(under) && !isSame) {
    if ('value' in parseSpanCell(under ?? null, table.is1904)) return false;
    if (DATES.concat('to').includes(classifyHeading(foldWords(textOf(under))).role) === false) return false;
  }
  const words = lower.cells.filter((cell) => typeof cell === 'string' && /\p{L}{2}/u.test(cell));
  return words.length > 0 && !lower.cells.some((cell) => typeof cell === 'number') && !isNumbering(lower);
}

function joinHeadings(upper: TableRow | null, lower: TableRow): Column[] {
  const width = Math.max(upper?.cells.length ?? 0, lower.cells.length);
  let spanning = '';
  return Array.from({ length: width }, (_, index): Column => {
    const above = textOf(upper?.cells[index]);
    if (above !== '') spanning = above;
    const own = textOf(lower.cells[index]) || above;
    const parent = own === above || upper === null ? '' : foldWords(spanning);
    const folded = foldWords(own);
    const alone = classifyHeading(folded);
    const parentRole = classifyHeading(parent).role;
    const isBelowCount = ['count', 'dossier-or-count', 'total'].includes(parentRole);
    if (alone.role !== 'total' || parent === '') {
      return { index, ...alone, heading: own, isBelowCount };
    }
    // "Total" is of what the heading above it says: of finished dossiers, or of those received.
    const joined = isBelowCount ? classifyHeading(parent) : { role: 'other' as const, rank: 0 };
    return { index, ...joined, heading: own, isBelowCount };
  });
}

/** The row of column numbers that forms have below their headings: (1) (2) (3), or A B 1 2. */
function isNumbering({ cells }: TableRow): boolean {
  const texts = cells.map((cell) => textOf(cell).trim()).filter((text) => text !== '');
  return (
    texts.length >= 2 &&
    texts.every((text) => /^\(?[a-z\d]{1,2}\)?(\s*=.*)?$/i.test(text)) &&
    new Set(texts).size === texts.length &&
    texts.some((text) => /^\(?(1|a)\)?$/i.test(text)) &&
    texts.some((text) => /^\(?(2|b)\)?$/i.test(text))
  );
}
