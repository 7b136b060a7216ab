import { filesVi } from '../messages/files.vi.ts';

/** What a column of a sheet holds: text, a whole number, a percentage (0–100), or a day `YYYY-MM-DD`. */
export type FigureKind = 'text' | 'count' | 'percent' | 'day';

/** A table of a file for people; null in a cell is not known or not shown. */
export interface FigureSheet {
  readonly name: string;
  /** Lines above the table. */
  readonly notes: readonly string[];
  readonly columns: readonly { readonly key: string; readonly header: string; readonly kind: FigureKind }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** A file of such tables. */
export interface FigureWorkbook {
  readonly sheets: readonly FigureSheet[];
}

/** A column in its order: its English key, its kind, and its value in a row of things. */
export type FigureColumn<Thing> = readonly [
  key: string,
  kind: FigureKind,
  value: (thing: Thing) => string | number | null,
];

/** A sheet of things, one row each. */
export function makeSheet<Thing>(
  name: string,
  notes: readonly string[],
  things: readonly Thing[],
  columns: readonly FigureColumn<Thing>[],
): FigureSheet {
  return {
    name,
    notes,
    columns: columns.map(([key, kind]) => ({ key, header: filesVi.columns[key] ?? key, kind })),
    rows: things.map((thing) => columns.map(([, , value]) => value(thing))),
  };
}
