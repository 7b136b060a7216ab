import type { Mapping } from '../../../web/types/transaction-import.ts';
import { foldText } from '../../lib/fold-text.ts';
import { normaliseLine } from '../../lib/text.ts';
import type { ClassifiedRow, SheetDescription } from './describe-sheet.ts';
import { isKnownColumn, isUnitItself, isWay } from './harmless.ts';
import * as words from './heading-words.ts';
import { findWords, isBlank, type Row, textOf } from './sheet.ts';
import { MOST_STATES } from './unfamiliar.ts';

/** Text of a row that is a part of the row above: "- Khai sinh" or "1.1 Khai sinh" below "Hộ tịch". */
const PART = /^([-+*\u2013\u2014\u2022]|\d+\.\d+\.?|\p{L}\))\s*\p{L}/u;
/** An id that joins several of the same form, such as "H1-H2". */
const SEVERAL = /^(\w.*?)( \1)+$/;

/** Returns why a person must confirm a readable row: hidden, struck out, or unlike most rows; null: no reason. */
export function makeDoubter({ columns, data }: SheetDescription, { kind: meaning, id }: Mapping) {
  const ordinal = columns.find(({ plain }) => words.ORDINAL.test(plain))?.index ?? -1;
  /** Whether nearly all rows have a form; the others are then unlike them. */
  const isUsual = (has: (row: Row) => boolean): boolean => {
    const n = data.filter(has).length;
    return n * 2 > data.length && data.length - n <= 3 + data.length / 200;
  };
  // In lists of dossiers the indentation of names has no meaning.
  const isWhole = ({ cells, isIndented }: Row) =>
    !(isIndented && meaning !== 'dossiers') && !PART.test(textOf(cells[findWords(cells)]));
  const isNumbered = ({ cells }: Row) => /^\d+\.?$/.test(textOf(cells[ordinal]));
  const isSubNumbered = (row: Row) => !isNumbered(row) && !isBlank(row.cells[ordinal]);
  // If rows are numbered 1, 1.1, 1.2, most rows are parts of others.
  const numbering = [isNumbered, isSubNumbered].find((has) => data.filter(has).length * 2 > data.length);
  const width = ({ cells }: Row) => new Set(cells.map(textOf).filter(Boolean)).size;
  const typical = data.map(width).sort((a, b) => a - b)[data.length >> 1] ?? 0;
  const idOf = ({ cells }: Row) => normaliseLine(textOf(cells[id ?? -1]));
  const maskOf = (row: Row) =>
    idOf(row)
      .replace(/\d+/g, '0')
      .replace(/\p{L}+/gu, 'a');
  const masks = [...Map.groupBy(data.map(maskOf), (mask) => mask).values()];
  const [commonMask = ''] = masks.sort((a, b) => b.length - a.length)[0] ?? [];
  const forms = [
    (row: Row) => /^(\S*\d\S*)?$/.test(idOf(row)),
    (row: Row) => !SEVERAL.test(maskOf(row).slice(0, 200).replace(/\W+/g, ' ')),
    (row: Row) => idOf(row) === '' || maskOf(row) === commonMask,
    ...columns
      .filter(({ days, filled }) => days === filled)
      .map(
        ({ index }) =>
          ({ cells }: Row) =>
            !isBlank(cells[index]),
      ),
  ].filter(isUsual);
  const hasWholes = data.some(isWhole);
  const isUnlike = (row: Row) =>
    width(row) * 2 <= typical ||
    /[;,|\n]/.test(String(row.cells[id ?? -1])) ||
    forms.some((has) => !has(row));
  return ({ row, kind }: ClassifiedRow): string | null => {
    if (row.mark !== null) return row.mark;
    if (kind === 'doubtful') return 'other-section';
    if ((numbering && !numbering(row)) || (hasWholes && !isWhole(row))) return 'other-shape';
    return meaning === 'dossiers' && isUnlike(row) ? 'other-shape' : null;
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
  const isHarmless = (text: string) => text === '' || isWay(foldText(text)) || isUnitItself(text, unit);
  const readers = columns.map(({ index, plain, distinct, filled, days, counts }) => {
    if (filled === 0 || others.includes(index) || (kind !== 'dossiers' && counts > 0)) return () => null;
    if (words.CANCELLED.test(plain) && (days === 0 || plain.startsWith('ngay')))
      return (text: string) => (/^(kh\u00f4ng|0|)$/i.test(text) ? null : '\u2026');
    const isState = words.STATE.test(plain) && (plain !== 'tt' || distinct * 2 <= filled + 1);
    if (isKnownColumn(plain) && !isState) return (text: string) => (words.isCrossed(text) ? text : null);
    if (distinct > MOST_STATES || days > 0 || (counts * 2 >= filled && !isState))
      return (text: string) => (words.saysNotDone(text) ? text : null);
    return (text: string) =>
      (text !== '' && words.saysDone(text)) || (!isState && isHarmless(text)) ? null : text;
  });
  return ({ cells, comments }) => [
    ...columns.flatMap(({ index, heading }) => {
      const text = readers[index]?.(textOf(cells[index])) ?? null;
      return text === null ? [] : [{ text, heading }];
    }),
    ...comments.map(({ column, text }) => ({ text, heading: columns[column]?.heading ?? '' })),
  ];
}
