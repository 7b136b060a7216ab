import type { Mapping } from '../../../web/types/transaction-import.ts';
import { foldText } from '../../lib/fold-text.ts';
import type { ClassifiedRow, SheetDescription } from './describe-sheet.ts';
import { isKnownColumn, isUnitItself, isWay } from './harmless.ts';
import * as words from './heading-words.ts';
import { findWords, isBlank, type Row, textOf } from './sheet.ts';
import { MOST_STATES } from './unfamiliar.ts';

/** Text of a row that is a part of the row above: "- Khai sinh" or "1.1 Khai sinh" below "Hộ tịch". */
const PART = /^([-+*\u2013\u2014\u2022]|\d+\.\d+\.?|\p{L}\))\s*\p{L}/u;

/**
 * Returns why a person must confirm a readable row: hidden, struck out, or different from most rows; null: no reason.
 */
export function makeDoubter(
  { columns, data }: SheetDescription,
  { kind: meaning, id }: Mapping,
): (row: ClassifiedRow) => string | null {
  const ordinal = columns.find(({ plain }) => words.ORDINAL.test(plain))?.index;
  const shapeOf = ({ cells }: Row) =>
    textOf(cells[ordinal ?? -1])
      .replace(/^\d+\.?$/, 'whole')
      .replace(/^(?!whole$).+/, 'part');
  // If rows are numbered 1, 1.1, 1.2, most rows are parts of others.
  const usual = ['whole', 'part'].find(
    (shape) => data.filter((row) => shapeOf(row) === shape).length * 2 > data.length,
  );
  // In lists of dossiers the indentation of names has no meaning.
  const isPart = ({ cells, isIndented }: Row) =>
    (isIndented && meaning !== 'dossiers') || PART.test(textOf(cells[findWords(cells)]));
  const hasWholes = data.some((row) => !isPart(row));
  const width = ({ cells }: Row) => new Set(cells.map(textOf).filter(Boolean)).size;
  const typical = data.map(width).sort((a, b) => a - b)[data.length >> 1] ?? 0;
  // Whether nearly all dossiers have a value. A row without such a day or id (one word with digits) names a group.
  const isFull = (n: number) => n * 2 > data.length && data.length - n <= 3 + data.length / 200;
  const full = columns.filter(({ filled, days }) => days === filled && isFull(days));
  const hasId = ({ cells }: Row) => id === null || /^(\S*\d\S*)?$/.test(textOf(cells[id]));
  const areIds = isFull(data.filter(hasId).length);
  const isGroup = (row: Row) =>
    width(row) * 2 <= typical ||
    (areIds && !hasId(row)) ||
    full.some(({ index }) => isBlank(row.cells[index]));
  return ({ row, kind }) => {
    if (row.mark !== null) return row.mark;
    if (kind === 'doubtful') return 'other-section';
    if ((usual && shapeOf(row) !== usual) || (hasWholes && isPart(row))) return 'other-shape';
    return meaning === 'dossiers' && isGroup(row) ? 'other-shape' : null;
  };
}

/**
 * Returns the texts that make it doubtful whether a row counts: under headings that are not known to be harmless, texts
 * that do not say "finished"; where such a column has many texts, and in names, only words for "not finished"; any
 * text in a column "Ngày hủy" (day of cancellation); and comments.
 */
export function makeStateReader(
  { columns }: SheetDescription,
  { kind, date, until, counter, id, counts: counted }: Mapping,
  unit: string,
): (row: Row) => { readonly text: string; readonly heading: string }[] {
  const others = [date, until, counter, id, ...counted];
  const isFine = (text: string) => words.saysDone(text) || isWay(foldText(text)) || isUnitItself(text, unit);
  const readers = columns.map(({ index, plain, distinct, filled, days, counts }) => {
    if (filled === 0 || others.includes(index) || (kind !== 'dossiers' && counts > 0)) return () => null;
    if (words.CANCELLED.test(plain) && (days === 0 || plain.startsWith('ngay')))
      return (text: string) => (/^(kh\u00f4ng|0|)$/i.test(text) ? null : '\u2026');
    const isState = words.STATE.test(plain) && (plain !== 'tt' || distinct * 2 <= filled + 1);
    if (isKnownColumn(plain) && !isState) return (text: string) => (words.isCrossed(text) ? text : null);
    if (distinct > MOST_STATES || days > 0 || (counts * 2 >= filled && !isState))
      return (text: string) => (words.saysNotDone(text) ? text : null);
    return (text: string) => ((isState && text === '') || !isFine(text) ? text : null);
  });
  return ({ cells, comments }) => [
    ...columns.flatMap(({ index, heading }) => {
      const text = readers[index]?.(textOf(cells[index])) ?? null;
      return text === null ? [] : [{ text, heading }];
    }),
    ...comments.map(({ column, text }) => ({ text, heading: columns[column]?.heading ?? '' })),
  ];
}
