import { filesVi } from '../messages/files.vi.ts';
import type { CellValue, Column, Sheet } from '../types/workbook.ts';

export type FigureColumn<Thing> = readonly [
  key: string,
  kind: Column['kind'],
  value: (thing: Thing) => CellValue,
];

/** The value that programs read: a percentage without the number of ballots that people see in brackets after it. */
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
