import { readFileSync } from 'node:fs';

/** A record of a table; `bytes` lack its overflow pages. */
export interface Cell {
  readonly page: number;
  /**
   * Bytes from the start of the page. SQLite fills a page from its end, so a cell that was written later has
   * a lower offset.
   */
  readonly offset: number;
  readonly payload: Buffer;
}

const INTERIOR_INDEX = 0x02;
const LEAF_INDEX = 0x0a;

/**
 * All cells of the b-tree with this root page, in the order of keys. SQLite stores a table without row ids
 * like this: https://www.sqlite.org/fileformat2.html §1.6
 */
export function readCells(path: string, rootPage: number): Cell[] {
  const file = readFileSync(path);
  const size = file.readUInt16BE(16);
  const pageSize = size === 1 ? 65_536 : size;
  const cells: Cell[] = [];
  const walk = (page: number): void => {
    const bytes = file.subarray((page - 1) * pageSize, page * pageSize);
    const header = page === 1 ? 100 : 0;
    const type = bytes[header];
    if (type !== LEAF_INDEX && type !== INTERIOR_INDEX) throw new Error(`page ${page} is of type ${type}`);
    const isInterior = type === INTERIOR_INDEX;
    const count = bytes.readUInt16BE(header + 3);
    const pointers = header + (isInterior ? 12 : 8);
    for (let index = 0; index < count; index += 1) {
      const offset = bytes.readUInt16BE(pointers + index * 2);
      let at = offset;
      if (isInterior) {
        walk(bytes.readUInt32BE(at));
        at += 4;
      }
      const [length, next] = readVarint(bytes, at);
      cells.push({ page, offset, payload: bytes.subarray(next, Math.min(next + length, pageSize)) });
    }
    if (isInterior) walk(bytes.readUInt32BE(header + 8));
  };
  walk(rootPage);
  return cells;
}

function readVarint(bytes: Buffer, start: number): [number, number] {
  let value = 0;
  let at = start;
  for (;;) {
    const byte = bytes[at] ?? 0;
    at += 1;
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return [value, at];
  }
}

/** The order in which the cells were written into each page. */
export const inPhysicalOrder = (cells: readonly Cell[]): Cell[] =>
  [...cells].sort((a, b) => a.page - b.page || b.offset - a.offset);

/** `cells` are in the order of keys. True if every page was written in that order, too. */
export const isWrittenInKeyOrder = (cells: readonly Cell[]): boolean =>
  cells.every((cell, index) =>
    cells.slice(0, index).every((earlier) => earlier.page !== cell.page || earlier.offset > cell.offset),
  );

export function countOccurrences(bytes: Buffer, text: string): number {
  let count = 0;
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) count += 1;
  return count;
}
