import type { ColumnKind } from '../../web/types/workbook.ts';
import { element, xmlPart } from './xml.ts';

/** Index of each style in `cellXfs` of `stylesPart`. */
export const CELL_STYLES: Readonly<Record<ColumnKind | 'title' | 'note' | 'header' | 'key', number>> = {
  note: 1,
  title: 2,
  header: 3,
  key: 4,
  text: 5,
  count: 6,
  percent: 7,
  day: 8,
};

/** Custom number formats start at 164; 3 and 49 are the built-in `#,##0` and `@`. */
const DAY_FORMAT = 164;
const PERCENT_FORMAT = 165;
const COUNT_FORMAT = 3;
const TEXT_FORMAT = 49;

interface Look {
  readonly format: number;
  readonly font?: number;
  readonly fill?: number;
  readonly border?: number;
  readonly wraps?: boolean;
}

/**
 * XML of a cell style. `quotePrefix` keeps text as text: editing the cell does not turn it into a formula.
 */
const look = ({ format, font = 0, fill = 0, border = 0, wraps = false }: Look): string =>
  element(
    'xf',
    {
      numFmtId: format,
      fontId: font,
      fillId: fill,
      borderId: border,
      xfId: 0,
      applyNumberFormat: 1,
      applyFont: 1,
      applyFill: 1,
      applyBorder: 1,
      applyAlignment: 1,
      quotePrefix: format === TEXT_FORMAT ? 1 : undefined,
    },
    element('alignment', { vertical: 'top', wrapText: wraps ? 1 : undefined }),
  );

const font = (...marks: readonly string[]): string =>
  element('font', {}, ...marks, element('sz', { val: 11 }), element('name', { val: 'Calibri' }));

/** The part `xl/styles.xml`. */
export const stylesPart: string = xmlPart(
  element(
    'styleSheet',
    { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main' },
    element(
      'numFmts',
      { count: 2 },
      element('numFmt', { numFmtId: DAY_FORMAT, formatCode: 'dd\\/mm\\/yyyy' }),
      element('numFmt', { numFmtId: PERCENT_FORMAT, formatCode: '0.0#' }),
    ),
    element('fonts', { count: 2 }, font(), font(element('b'))),
    // The first two fills are reserved by the format.
    element(
      'fills',
      { count: 3 },
      ...['none', 'gray125'].map((type) =>
        element('fill', {}, element('patternFill', { patternType: type })),
      ),
      element(
        'fill',
        {},
        element('patternFill', { patternType: 'solid' }, element('fgColor', { rgb: 'FFE9EEF0' })),
      ),
    ),
    element(
      'borders',
      { count: 2 },
      element('border', {}, ...['left', 'right', 'top', 'bottom', 'diagonal'].map((side) => element(side))),
      element(
        'border',
        {},
        ...['left', 'right', 'top', 'bottom'].map((side) =>
          element(side, { style: 'thin' }, element('color', { rgb: 'FF8A979E' })),
        ),
        element('diagonal'),
      ),
    ),
    element('cellStyleXfs', { count: 1 }, element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })),
    element(
      'cellXfs',
      { count: 9 },
      element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 }),
      look({ format: TEXT_FORMAT }),
      look({ format: TEXT_FORMAT, font: 1 }),
      look({ format: TEXT_FORMAT, font: 1, fill: 2, border: 1, wraps: true }),
      look({ format: TEXT_FORMAT, border: 1 }),
      look({ format: TEXT_FORMAT, border: 1, wraps: true }),
      look({ format: COUNT_FORMAT, border: 1 }),
      look({ format: PERCENT_FORMAT, border: 1 }),
      look({ format: DAY_FORMAT, border: 1 }),
    ),
    element('cellStyles', { count: 1 }, element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })),
  ),
);
