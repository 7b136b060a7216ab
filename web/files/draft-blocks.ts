import type { ReportBlock, ReportTable } from '../types/official-report.ts';

/** The first column is text, aligned left; the others are figures, aligned right. */
export const figureTable = (
  caption: string,
  headers: readonly (readonly [header: string, width: number])[],
  rows: readonly (readonly string[])[],
): ReportTable => ({
  kind: 'table',
  caption,
  columns: headers.map(([header, width], index) => ({
    header,
    width,
    align: index === 0 ? 'left' : 'right',
  })),
  rows,
});

export const paragraphs = (...texts: readonly (string | null)[]): ReportBlock[] =>
  texts
    .filter((text) => text !== null && text !== '')
    .map((text) => ({ kind: 'paragraph', text: text as string }));

export const heading = (text: string): ReportBlock => ({ kind: 'heading', text });

/** Printed in place of a figure that is unknown or suppressed. */
export const DASH = '–';
