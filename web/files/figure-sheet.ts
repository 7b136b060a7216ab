import { filesVi } from '../messages/files.vi.ts';
import type { CellValue, Column, Sheet } from '../types/workbook.ts';

/** A column: English key, kind, and how to read its value from a row. */
export type FigureColumn<Thing> = readonly [
  key: string,
  kind: Column['kind'],
  value: (thing: Thing) => CellValue,
];

/** The value for programs: of a percentage with its number of ballots, the percentage alone. */
export const plainValue = (value: CellValue): string | number | null =>
  typeof value === 'object' && value !== null ? value.percent : value;

export function makeSheet<Thing>(
  name: string,
  notes: readonly string[],
  things: readonly Thing[],
  columns: readonly FigureColumn<Thing>[],
): Sheet {
  return {
    name,
    notes,
    columns: columns.map(([key, kind]) => ({ key, header: filesVi.columns[key] ?? key, kind })),
    rows: things.map((thing) => columns.map(([, , value]) => value(thing))),
  };
}
