import type { Proposal } from '../../../web/types/transaction-import.ts';
import { addDays, type Day, listDays } from '../../lib/day.ts';
import { foldText } from '../../lib/fold-text.ts';
import type { Column, SheetDescription } from './describe-sheet.ts';
import { isHarmless, isHarmlessName, isKnownColumn } from './harmless.ts';
import * as words from './heading-words.ts';
import { findDates, isOddMoment, parseSpanCell } from './parse-cell.ts';
import { findWords, type Row, type Sheet, textOf } from './sheet.ts';

export interface Surroundings {
  readonly fileName: string;
  /** Name of the unit that the file should belong to; '' if it has none. */
  readonly unit: string;
  readonly otherSheets: readonly Sheet[];
}

/** More different texts in a column are too many to be asked about one by one. */
export const MOST_STATES = 12;
/** More items are shown as one, so that a form can carry them. */
const MOST_ITEMS = 60;

/**
 * Lists what stands beside the counted cells and is not positively understood: texts around and within the table,
 * names of the file and of sheets, columns with unknown headings, moments in another time zone. A key is equal for
 * the same text of next month, because digits are masked, but not if the text names another period than the days.
 */
export function listUnfamiliar(
  { sheet, place, rows, columns, data }: SheetDescription,
  { kind, date, until, counter, counts, id }: Omit<Proposal, 'unfamiliar'>,
  { fileName, unit, otherSheets }: Surroundings,
  counterNames: ReadonlySet<string>,
): Proposal['unfamiliar'] {
  const dayColumns = columns.filter(({ index, days, spans }) =>
    date === null ? days + spans > 0 : index === date,
  );
  const cells = dayColumns.flatMap(({ index }) => data.map((row) => row.cells[index] ?? null));
  const different = [...new Map(cells.map((cell) => [textOf(cell), cell])).values()];
  const spans = different.flatMap((cell) => parseSpanCell(cell, 'day-first') ?? []);
  const days = spans.flatMap(({ from, to }) => [from, to]).sort();
  const months = days.length === 0 ? [] : listMonths(days[0] ?? '', days.at(-1) ?? '');
  const found = new Map<string, string>();
  const add = (text: string, isUnderstood = false) => {
    const period = days.length === 0 ? 'same' : judgePeriod(text, days[0] ?? '', days.at(-1) ?? '', months);
    const folded = foldText(text);
    if (folded === '' || (isUnderstood && period === 'same')) return;
    found.set(period === 'other' ? folded : folded.replace(/\d+/g, '0'), text);
  };
  const addTexts = (given: readonly string[]) => {
    const texts = [...new Set(given)].filter((text) => text !== '');
    const isUnderstood = (text: string) => counterNames.has(foldText(text)) || isHarmless(text, unit);
    add(texts.join(' | '), isUnderstood(texts.join(' ')) || texts.every(isUnderstood));
  };
  const addRow = ({ cells }: Row) => addTexts(cells.map(textOf));
  const name = fileName.replace(/\.\w+$/, '').replace(/[-_.]+|(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
  for (const text of [name, sheet.name]) add(text, isHarmlessName(text, unit));
  for (const text of sheet.besides) addTexts([text]);
  for (const other of otherSheets) add(`${other.name}: ${other.rows[0]?.cells.map(textOf).join(' ')}`);
  for (const row of sheet.rows.slice(0, place.at)) addRow(row);
  const isData = new Set(data);
  for (const row of sheet.rows) for (const { text } of isData.has(row) ? [] : row.comments) add(text);
  for (const { row, kind } of rows) {
    if (kind === 'note') addRow(row);
    // The numbers of a row of totals are compared; its text may say more.
    const labels = row.cells.filter((cell) => kind === 'total' && findWords([cell]) === 0);
    addTexts(labels.map((cell) => textOf(cell).replace(/^l[ũu][ỹy] kế( từ đầu năm)?/iu, '')));
  }
  const used = [date, until, counter, id, ...(counts ?? [])];
  for (const column of columns) {
    add(column.heading, true);
    if (!used.includes(column.index) && isUnknown(column, kind === 'dossiers' || id !== null))
      add(`${column.heading || column.letters}: ${column.examples.join(', ')}`);
  }
  for (const cell of different)
    if (isOddMoment(cell)) add(`${columns[date ?? -1]?.heading ?? ''} ${textOf(cell)}`);
  const items = [...found].map(([key, text]) => ({ key: key.slice(0, 300), text }));
  const rest = items.splice(MOST_ITEMS).map(({ text }) => text);
  return rest.length === 0
    ? items
    : [...items, { key: `${rest.length} more`, text: rest.join('; ').slice(0, 300) }];
}

/** Whether a column may change the number, and neither its heading is known nor its few texts are asked about. */
function isUnknown({ plain, filled, days, spans, counts, distinct }: Column, isList: boolean): boolean {
  if (filled === 0 || (days + spans) * 2 >= filled || words.STATE.test(plain) || isKnownColumn(plain))
    return false;
  return counts * 2 >= filled ? isList : distinct > MOST_STATES;
}

const listMonths = (first: Day, last: Day): Day[] =>
  listDays(`${first.slice(0, 7)}-01`, last).filter((day) => day.endsWith('-01'));

/** How the days, months and years that a text names fit the first and last day of the rows. */
function judgePeriod(
  text: string,
  first: Day,
  last: Day,
  months: readonly Day[],
): 'same' | 'partly' | 'other' {
  const { found, rest } = findDates(text, 'day-first');
  const named = found.flatMap((cell) => ('day' in cell ? cell.day : [])).sort();
  const [from = first, to = from] = [named[0], named.length > 1 ? named.at(-1) : named[0] && last];
  // A file is printed and signed within the next two months.
  if (from > addDays(last, named.length > 1 ? 0 : 62) || to < first || (named.length === 1 && from < first))
    return 'other';
  const folded = foldText(rest);
  const fits = (pattern: RegExp, from: number, to: number) =>
    [...folded.matchAll(pattern)].every(([, n]) =>
      months.some((day) => Number(day.slice(from, to)) === Number(n)),
    );
  if (!fits(/(?<!\d)(20[0-4]\d)(?!\d)/g, 0, 4) || !fits(/\b(?:thang|t) ?(\d{1,2})(?!\d)/g, 5, 7))
    return 'other';
  return named.length > 1 && (from > first || to < last) ? 'partly' : 'same';
}
