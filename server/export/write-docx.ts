import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  type ITableBordersOptions,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { OfficialReport, ReportBlock, ReportTable } from '../../web/types/official-report.ts';
import { cleanXml, repack } from './repack.ts';
import { drawWordChart } from './word-chart.ts';

/**
 * A4 and margins in twentieths of a point: top, bottom and right 20 mm, left 30 mm (NĐ 30/2020/NĐ-CP, Phụ lục I).
 */
const PAGE = { width: 11_906, height: 16_838, edge: 1_134, left: 1_701 } as const;
const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.edge;
const LEFT_COLUMN = 3_400;
const INDENT = { firstLine: 567 };

/** `points` is the font size; distances are in twentieths of a point. */
interface Look {
  readonly style?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly keepNext?: boolean;
  readonly points?: number;
  readonly before?: number;
  readonly after?: number;
}

/** Compatible with Word 2010 and later, WPS and LibreOffice. */
export async function writeDocx(report: OfficialReport): Promise<Uint8Array> {
  const warning = report.warning === null ? [] : [centred(report.warning, { bold: true, points: 13 })];
  const document = new Document({
    styles: {
      default: {
        // NĐ 30/2020/NĐ-CP, Phụ lục I requires 13–14 points.
        document: {
          run: { font: 'Times New Roman', size: 26, language: { value: 'vi-VN' } },
          paragraph: { spacing: { after: 0 } },
        },
        heading1: {
          run: { bold: true, size: 26, color: '000000', font: 'Times New Roman' },
          paragraph: { keepNext: true, indent: INDENT, spacing: { before: 200, after: 80 } },
        },
      },
      paragraphStyles: [
        {
          id: 'Body',
          name: 'Body',
          basedOn: 'Normal',
          paragraph: { alignment: AlignmentType.BOTH, indent: INDENT, spacing: { before: 80, after: 80 } },
        },
        {
          id: 'Caption',
          name: 'caption',
          basedOn: 'Normal',
          run: { italics: true, size: 24 },
          paragraph: { keepNext: true, alignment: AlignmentType.CENTER, spacing: { before: 160, after: 80 } },
        },
      ],
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: {
              top: PAGE.edge,
              right: PAGE.edge,
              bottom: PAGE.edge,
              left: PAGE.left,
              header: 567,
              footer: 567,
            },
          },
        },
        // Page number centred in the top margin, from the second page on (NĐ 30/2020/NĐ-CP, Phụ lục I).
        headers: {
          first: new Header({ children: warning }),
          default: new Header({
            children: [
              ...warning,
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT], size: 26 })],
              }),
            ],
          }),
        },
        children: [
          head(report),
          line(report.draft, { italics: true, points: 13, before: 120 }),
          centred(report.kind, { bold: true, points: 14, before: 240 }),
          ...report.subject.map((text) => centred(text, { bold: true, points: 14 })),
          shortRule(3_600),
          centred(report.addressee, { before: 160, after: 160 }),
          ...report.blocks.flatMap(writeBlock),
          line('', { before: 120 }),
          foot(report),
        ],
      },
    ],
  });
  return repack(await Packer.toBuffer(document));
}

function line(
  text: string,
  { style, align, before, after, points, keepNext, ...font }: Look = {},
): Paragraph {
  const options: IParagraphOptions = {
    ...(style === undefined ? {} : { style }),
    ...(align === undefined ? {} : { alignment: align }),
    ...(keepNext === undefined ? {} : { keepNext }),
    ...(before === undefined && after === undefined
      ? {}
      : { spacing: { before: before ?? 0, after: after ?? 0 } }),
    children:
      text === ''
        ? []
        : [
            new TextRun({
              text: cleanXml(text),
              ...font,
              ...(points === undefined ? {} : { size: points * 2 }),
            }),
          ],
  };
  return new Paragraph(options);
}

const centred = (text: string, look: Look = {}): Paragraph => line(text, { ...look, align: 'center' });

/** The short line below a name on official documents, drawn as the top border of an empty paragraph. */
const shortRule = (indent: number): Paragraph =>
  new Paragraph({
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: 'auto' } },
    spacing: { before: 20, after: 0, line: 120, lineRule: 'exact' },
    indent: { left: indent, right: indent },
  });

const head = (report: OfficialReport): Table =>
  columnsOf([
    {
      width: LEFT_COLUMN,
      children: [
        ...report.headAgency.map((text) => centred(text, { points: 12 })),
        ...report.agency.map((text) => centred(text, { bold: true, points: 12 })),
        shortRule(1_100),
        centred(report.number, { points: 13, before: 120 }),
      ],
    },
    {
      width: TEXT_WIDTH - LEFT_COLUMN,
      children: [
        centred(report.nation, { bold: true, points: 12 }),
        centred(report.motto, { bold: true, points: 13 }),
        shortRule(1_500),
        centred(report.placeAndDate, { italics: true, points: 13, before: 120 }),
      ],
    },
  ]);

const foot = ({ recipients, signature }: OfficialReport): Table =>
  columnsOf([
    {
      width: TEXT_WIDTH / 2,
      children: [
        line(recipients.heading, { bold: true, italics: true, points: 12 }),
        ...recipients.lines.map((text) => line(text, { points: 11 })),
      ],
    },
    {
      width: TEXT_WIDTH / 2,
      children: [
        ...signature.titles.map((text) => centred(text, { bold: true })),
        centred(signature.note, { italics: true }),
      ],
    },
  ]);

function writeBlock(block: ReportBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(cleanXml(block.text))] }),
      ];
    case 'paragraph':
      return [line(block.text, { style: 'Body' })];
    case 'blank':
      return [line(block.text, { style: 'Body', italics: true })];
    case 'figures':
      return [sideBySide(block.cells)];
    case 'table':
      return [line(block.caption, { style: 'Caption' }), bordered(block)];
    case 'chart':
      return [line(block.caption, { style: 'Caption' }), drawWordChart(block)];
  }
}

const ALL_SIDES = ['top', 'bottom', 'left', 'right', 'insideHorizontal', 'insideVertical'] as const;
const everySide = (style: (typeof BorderStyle)[keyof typeof BorderStyle]): ITableBordersOptions =>
  Object.fromEntries(ALL_SIDES.map((side) => [side, { style, size: 4, color: 'auto' }]));

const sideBySide = (cells: readonly (readonly string[])[]): Table =>
  columnsOf(
    cells.map(([figure = '', ...lines]) => ({
      width: Math.floor(TEXT_WIDTH / cells.length),
      children: [
        centred(figure, { bold: true, points: 24, before: 60 }),
        ...lines.map((text) => centred(text, { points: 11 })),
        centred('', { after: 60 }),
      ],
    })),
    BorderStyle.SINGLE,
  );

/** A table of one row; without borders for the head and foot of an official document. */
function columnsOf(
  columns: readonly { readonly width: number; readonly children: Paragraph[] }[],
  border: (typeof BorderStyle)[keyof typeof BorderStyle] = BorderStyle.NONE,
): Table {
  const widths = columns.map(({ width }) => width);
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: everySide(border),
    margins: { left: 0, right: 0 },
    rows: [
      new TableRow({
        children: columns.map(
          ({ width, children }) => new TableCell({ width: { size: width, type: WidthType.DXA }, children }),
        ),
      }),
    ],
  });
}

const MOST_ROWS_TOGETHER = 12;

function bordered({ columns, rows }: ReportTable): Table {
  const parts = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.floor((TEXT_WIDTH * width) / parts));
  const row = (texts: readonly string[], isHead: boolean, keepNext: boolean): TableRow =>
    new TableRow({
      cantSplit: true,
      tableHeader: isHead,
      children: columns.map(({ align }, index) => {
        const look: Look = {
          align: isHead ? 'center' : align,
          bold: isHead,
          keepNext,
          points: 12,
          before: 40,
          after: 40,
        };
        return new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          children: [line(texts[index] ?? '', look)],
        });
      }),
    });
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: everySide(BorderStyle.SINGLE),
    rows: [
      row(
        columns.map(({ header }) => header),
        true,
        true,
      ),
      ...rows.map((texts, index) =>
        row(texts, false, rows.length <= MOST_ROWS_TOGETHER && index < rows.length - 1),
      ),
    ],
  });
}
