import { normaliseText, truncateText } from '../../lib/text.ts';
import { readElements } from './read-xml.ts';
import { type Cell, TABLE_LIMITS, type TableRow } from './table.ts';

const cleanText = (text: string): string => truncateText(normaliseText(text), TABLE_LIMITS.cellText);

/** The texts that cells name by number. */
export function readSharedTexts(xml: string): string[] {
  const texts: string[] = [];
  let current = '';
  let isText = false;
  let isReading = false;
  readElements(xml, {
    open(name) {
      if (name === 'si') current = '';
      // Letters that tell how a word is read are no part of it.
      if (name === 'rPh') isReading = true;
      if (name === 't') isText = !isReading;
    },
    text(text) {
      if (isText && current.length <= TABLE_LIMITS.cellText * 4) current += text;
    },
    close(name) {
      if (name === 't') isText = false;
      if (name === 'rPh') isReading = false;
      if (name === 'si') texts.push(cleanText(current));
    },
  });
  return texts;
}

interface OpenRow {
  readonly number: number;
  readonly cells: Cell[];
  readonly copied: Set<number>;
}

/**
 * Merged cells never overlap in a sound file, so filling all of them visits no cell twice. A small file can
 * name the same large area again and again.
 */
const MOST_MERGE_STEPS = TABLE_LIMITS.rows * (TABLE_LIMITS.columns + 1);

/**
 * The rows of a sheet, merged cells filled in; null where there are more than a file may hold.
 * @throws Error where its XML is faulty, or its merged cells are more than a sheet has.
 */
export function readSheet(xml: string, texts: readonly string[]): TableRow[] | null {
  const rows = new Map<number, OpenRow>();
  const merges: string[] = [];
  let row: OpenRow = { number: 0, cells: [], copied: new Set() };
  let column = -1;
  let type = '';
  let value = '';
  let isValue = false;
  let isTooLong = false;
  readElements(xml, {
    open(name, attributes) {
      if (name === 'row') {
        const number = Number(attributes.r ?? row.number + 1);
        row = { number, cells: [], copied: new Set() };
        column = -1;
        if (rows.size < TABLE_LIMITS.rows) rows.set(number, row);
        else isTooLong = true;
      } else if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : parsePlace(attributes.r).column;
        type = attributes.t ?? 'n';
        value = '';
      } else if (name === 'v' || (name === 't' && type === 'inlineStr')) isValue = true;
      else if (name === 'mergeCell') merges.push(attributes.ref ?? '');
    },
    text(text) {
      if (isValue && value.length <= TABLE_LIMITS.cellText * 4) value += text;
    },
    close(name) {
      if (name === 'v' || name === 't') isValue = false;
      if (name === 'c' && column >= 0 && column < TABLE_LIMITS.columns) {
        row.cells[column] = makeCell(type, value, texts);
      }
    },
  });
  if (isTooLong) return null;
  const steps = { left: MOST_MERGE_STEPS };
  for (const merge of merges) fillMerged(rows, merge, steps);
  return [...rows.values()]
    .sort((a, b) => a.number - b.number)
    .map(({ number, cells, copied }) => ({
      number,
      cells: Array.from(cells, (cell) => cell ?? null),
      copied,
    }));
}

function makeCell(type: string, value: string, texts: readonly string[]): Cell {
  if (value === '') return null;
  if (type === 'e') return { error: true };
  if (type === 's') return texts[Number(value)] ?? null;
  if (type === 'n') return Number.isFinite(Number(value)) ? Number(value) : cleanText(value);
  return cleanText(value);
}

/** `AB12` as a column from 0 and a row from 1. */
function parsePlace(place: string): { readonly column: number; readonly row: number } {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(place) ?? [];
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(digits) };
}

/** Writes what stands in the first of merged cells into the others, in rows that are there. */
function fillMerged(rows: ReadonlyMap<number, OpenRow>, merge: string, steps: { left: number }): void {
  const [first = '', last = first] = merge.split(':');
  const start = parsePlace(first);
  const end = parsePlace(last);
  const cell = rows.get(start.row)?.cells[start.column] ?? null;
  if (cell === null || start.column < 0) return;
  const lastRow = Math.min(end.row, start.row + TABLE_LIMITS.rows);
  for (let number = start.row; number <= lastRow; number += 1) {
    takeStep(steps);
    const row = rows.get(number);
    if (!row) continue;
    for (let column = start.column; column <= Math.min(end.column, TABLE_LIMITS.columns - 1); column += 1) {
      if (number === start.row && column === start.column) continue;
      takeStep(steps);
      row.cells[column] = cell;
      row.copied.add(column);
    }
  }
}

function takeStep(steps: { left: number }): void {
  steps.left -= 1;
  if (steps.left < 0) throw new Error('merged cells overlap');
}
