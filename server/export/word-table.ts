import type { ReportTable } from '../../web/types/official-report.ts';
import { paragraph } from './word-paragraph.ts';
import { element } from './xml.ts';

/** `content` is XML of paragraphs. */
const cell = (width: number, ...content: readonly string[]): string =>
  element('w:tc', {}, element('w:tcPr', {}, element('w:tcW', { 'w:w': width, 'w:type': 'dxa' })), ...content);

const grid = (widths: readonly number[]): string =>
  element('w:tblGrid', {}, ...widths.map((width) => element('w:gridCol', { 'w:w': width })));

/** A table without borders, for the head and foot of an official document. */
export function borderlessTable(
  columns: readonly { readonly width: number; readonly paragraphs: readonly string[] }[],
): string {
  const widths = columns.map(({ width }) => width);
  const margins = element(
    'w:tblCellMar',
    {},
    element('w:left', { 'w:w': 0, 'w:type': 'dxa' }),
    element('w:right', { 'w:w': 0, 'w:type': 'dxa' }),
  );
  return element(
    'w:tbl',
    {},
    element(
      'w:tblPr',
      {},
      element('w:tblW', { 'w:w': widths.reduce((sum, width) => sum + width, 0), 'w:type': 'dxa' }),
      element('w:tblLayout', { 'w:type': 'fixed' }),
      margins,
    ),
    grid(widths),
    element('w:tr', {}, ...columns.map(({ width, paragraphs }) => cell(width, ...paragraphs))),
  );
}

const CELL_POINTS = 12;

/** A table with borders; its header row repeats on every page. `total`: width in twentieths of a point. */
export function borderedTable({ columns, rows }: ReportTable, total: number): string {
  const parts = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.floor((total * width) / parts));
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
  const row = (texts: readonly string[], isHead: boolean): string =>
    element(
      'w:tr',
      {},
      element('w:trPr', {}, element('w:cantSplit'), isHead ? element('w:tblHeader') : ''),
      ...columns.map(({ align }, index) =>
        cell(
          widths[index] ?? 0,
          paragraph(texts[index] ?? '', {
            align: isHead ? 'center' : align,
            bold: isHead,
            points: CELL_POINTS,
            before: 40,
            after: 40,
          }),
        ),
      ),
    );
  return element(
    'w:tbl',
    {},
    element(
      'w:tblPr',
      {},
      element('w:tblW', { 'w:w': widths.reduce((sum, width) => sum + width, 0), 'w:type': 'dxa' }),
      element(
        'w:tblBorders',
        {},
        ...sides.map((side) =>
          element(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': 'auto' }),
        ),
      ),
      element('w:tblLayout', { 'w:type': 'fixed' }),
    ),
    grid(widths),
    row(
      columns.map(({ header }) => header),
      true,
    ),
    ...rows.map((texts) => row(texts, false)),
  );
}
