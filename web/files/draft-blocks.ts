import type { TrendShapes } from '../formatting/trend-shapes.ts';

/** One piece of the text of a draft report, in the order in which it is read. */
export type DraftBlock =
  | { readonly kind: 'heading' | 'paragraph' | 'blank'; readonly text: string }
  | DraftTable
  | {
      readonly kind: 'picture';
      readonly caption: string;
      readonly description: string;
      readonly picture: TrendShapes;
    };

/** A table whose columns share its width in parts. */
export interface DraftTable {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly {
    readonly header: string;
    readonly width: number;
    readonly align: 'left' | 'right';
  }[];
  readonly rows: readonly (readonly string[])[];
}

/** A table with its first column of words and all others of figures. */
export const figureTable = (
  caption: string,
  headers: readonly (readonly [header: string, width: number])[],
  rows: readonly (readonly string[])[],
): DraftTable => ({
  kind: 'table',
  caption,
  columns: headers.map(([header, width], index) => ({
    header,
    width,
    align: index === 0 ? 'left' : 'right',
  })),
  rows,
});

/** Paragraphs of the sentences that there are. */
export const paragraphs = (...texts: readonly (string | null)[]): DraftBlock[] =>
  texts
    .filter((text) => text !== null && text !== '')
    .map((text) => ({ kind: 'paragraph', text: text as string }));
