import type { Candidate, ColumnProfile, MappingKind } from '../../../web/types/transaction-import.ts';
import { FIRST_DAY, LAST_DAY, OTHER_DAY, PLAIN_DAY, plainHeading, RETURNED, SPAN } from './heading-words.ts';
import { parseDayCell } from './parse-cell.ts';
import { Refusal, type Row } from './sheet.ts';

export const isDayHeading = (plain: string): boolean => RETURNED.test(plain) || PLAIN_DAY.test(plain);

/** Two tables side by side have every heading twice; reading only one would silently drop half. */
export function refuseTwins(dayColumns: readonly ColumnProfile[]): void {
  const headings = dayColumns.map(({ heading }) => plainHeading(heading));
  if (headings.some((heading, index) => heading !== '' && headings.indexOf(heading) !== index)) {
    throw new Refusal('side-by-side');
  }
}

/** How likely it is that a column of days has the days that count. */
export function judgeDay(
  { heading, days, index }: ColumnProfile,
  kind: MappingKind | null,
  data: readonly Row[],
): Candidate['reason'] {
  if (areMonths(data, index)) return 'possible';
  const plain = plainHeading(heading);
  const isLast = kind !== null && kind !== 'dossiers' && LAST_DAY.test(plain);
  // Single days under "Tháng" may be whole months: a spreadsheet makes 01/12/2024 of "12/2024".
  const isPlain = PLAIN_DAY.test(plain) || FIRST_DAY.test(plain) || (SPAN.test(plain) && days === 0);
  if (!isLast && (RETURNED.test(plain) || (kind !== 'dossiers' && kind !== null && isPlain))) return 'likely';
  return isLast || OTHER_DAY.test(plain) || LAST_DAY.test(plain) ? 'unlikely' : 'possible';
}

/** "12/2024" under "Ngày": a spreadsheet makes the first of the month of it. */
function areMonths(data: readonly Row[], column: number): boolean {
  const days = new Set<string>();
  for (const { cells } of data) {
    const parsed = parseDayCell(cells[column], 'day-first');
    if ('day' in parsed) days.add(parsed.day);
  }
  return days.size > 1 && [...days].every((day) => day.endsWith('-01'));
}

export function findLastDay(dayColumns: readonly ColumnProfile[], date: number): number | null {
  const first = dayColumns.find(({ index }) => index === date);
  if (!FIRST_DAY.test(plainHeading(first?.heading ?? ''))) return null;
  const last = dayColumns.filter(({ heading }) => LAST_DAY.test(plainHeading(heading)));
  return last.length === 1 ? (last[0]?.index ?? null) : null;
}
