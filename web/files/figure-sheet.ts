import { filesVi } from '../messages/files.vi.ts';
import type { CellValue, ColumnKind, Sheet } from '../types/workbook.ts';

/** A column: English key, kind, and how to read its value from a row. */
export type FigureColumn<Thing> = readonly [
  key: string,
  kind: ColumnKind,
  value: (thing: Thing) => CellValue,
];

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
