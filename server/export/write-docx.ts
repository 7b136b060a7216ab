import type { OfficialReport, ReportBlock, ReportPicture } from '../../web/types/official-report.ts';
import { drawEmf } from './draw-emf.ts';
import { OFFICE_RELATIONS, type PackagePart, packOffice, relationsPart } from './office-package.ts';
import { paragraph, rawParagraph, run, shortRule } from './word-paragraph.ts';
import { WORD_SPACE, wordStylesPart } from './word-styles.ts';
import { borderedTable, borderlessTable } from './word-table.ts';
import { element, xmlPart } from './xml.ts';

const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';

/**
 * Page size A4 and margins, in twentieths of a point (NĐ 30/2020/NĐ-CP, Phụ lục I): top, bottom and right 20
 * mm, left 30 mm.
 */
const PAGE = { width: 11_906, height: 16_838, edge: 1_134, left: 1_701 } as const;
const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.edge;
const LEFT_COLUMN = 3_400;

/**
 * Width of a picture: the full text width of 160 mm. Word measures pictures in EMU, 36 000 per millimetre.
 */
const PICTURE_PIXELS = 605;
const EMU_PER_PIXEL = 9_525;

/** A DOCX file in the layout of an official report, for Word 2010 and later, WPS and LibreOffice. */
export function writeDocx(report: OfficialReport): Uint8Array {
  const pictures = report.blocks.filter((block) => block.kind === 'picture');
  const main: PackagePart = {
    path: 'word/document.xml',
    type: `${TYPES}.document.main+xml`,
    content: documentXml(report, pictures),
  };
  const headers = [
    { path: 'header1.xml', content: headerXml(warningParagraph(report)) },
    { path: 'header2.xml', content: headerXml(warningParagraph(report), pageNumber) },
  ];
  return packOffice(main, [
    relationsPart(main.path, [
      { id: 'rId1', kind: 'styles', target: 'styles.xml' },
      ...headers.map(({ path }, index) => ({ id: `rId${index + 2}`, kind: 'header', target: path })),
      ...pictures.map((_, index) => ({
        id: pictureId(index),
        kind: 'image',
        target: `media/image${index + 1}.emf`,
      })),
    ]),
    { path: 'word/styles.xml', type: `${TYPES}.styles+xml`, content: wordStylesPart },
    ...headers.map(({ path, content }) => ({ path: `word/${path}`, type: `${TYPES}.header+xml`, content })),
    ...pictures.map(({ picture }, index) => ({
      path: `word/media/image${index + 1}.emf`,
      type: 'image/x-emf',
      content: drawEmf(picture, PICTURE_PIXELS),
    })),
  ]);
}

const pictureId = (index: number): string => `rIdPicture${index + 1}`;

function documentXml(report: OfficialReport, pictures: readonly ReportPicture[]): string {
  const body = [
    head(report),
    paragraph(report.draft, { align: 'left', italic: true, points: 13, before: 120 }),
    paragraph(report.kind, { align: 'center', bold: true, points: 14, before: 240 }),
    ...report.subject.map((line) => paragraph(line, { align: 'center', bold: true, points: 14 })),
    shortRule(3_600),
    paragraph(report.addressee, { align: 'center', before: 160, after: 160 }),
    ...report.blocks.map((block) => blockXml(block, pictures)),
    paragraph('', { before: 120 }),
    foot(report),
    section,
  ];
  return xmlPart(
    element(
      'w:document',
      {
        'xmlns:w': WORD_SPACE,
        'xmlns:r': OFFICE_RELATIONS,
        'xmlns:wp': `${DRAWING}/wordprocessingDrawing`,
        'xmlns:a': `${DRAWING}/main`,
        'xmlns:pic': `${DRAWING}/picture`,
      },
      element('w:body', {}, ...body),
    ),
  );
}

function head(report: OfficialReport): string {
  return borderlessTable([
    {
      width: LEFT_COLUMN,
      paragraphs: [
        ...report.agency.map((line) => paragraph(line, { align: 'center', bold: true, points: 12 })),
        shortRule(1_100),
        paragraph(report.number, { align: 'center', points: 13, before: 120 }),
      ],
    },
    {
      width: TEXT_WIDTH - LEFT_COLUMN,
      paragraphs: [
        paragraph(report.nation, { align: 'center', bold: true, points: 12 }),
        paragraph(report.motto, { align: 'center', bold: true, points: 13 }),
        shortRule(1_500),
        paragraph(report.placeAndDate, { align: 'center', italic: true, points: 13, before: 120 }),
      ],
    },
  ]);
}

function foot({ recipients, signature }: OfficialReport): string {
  return borderlessTable([
    {
      width: TEXT_WIDTH / 2,
      paragraphs: [
        paragraph(recipients.heading, { bold: true, italic: true, points: 12 }),
        ...recipients.lines.map((line) => paragraph(line, { points: 11 })),
      ],
    },
    {
      width: TEXT_WIDTH / 2,
      paragraphs: signature.map((line) => paragraph(line, { align: 'center', italic: true })),
    },
  ]);
}

function blockXml(block: ReportBlock, pictures: readonly ReportPicture[]): string {
  switch (block.kind) {
    case 'heading':
      return paragraph(block.text, { style: 'Heading1' });
    case 'paragraph':
      return paragraph(block.text, { style: 'Body' });
    case 'blank':
      return paragraph(block.text, { style: 'Body', italic: true });
    case 'table':
      return paragraph(block.caption, { style: 'Caption' }) + borderedTable(block, TEXT_WIDTH);
    case 'picture':
      return paragraph(block.caption, { style: 'Caption' }) + pictureXml(block, pictures.indexOf(block));
  }
}

function pictureXml({ picture, description }: ReportPicture, index: number): string {
  const extent = { cx: PICTURE_PIXELS * EMU_PER_PIXEL, cy: picture.height * EMU_PER_PIXEL };
  const named = { id: index + 1, name: `image${index + 1}.emf`, descr: description };
  const shape = element(
    'pic:pic',
    {},
    element('pic:nvPicPr', {}, element('pic:cNvPr', named), element('pic:cNvPicPr')),
    element(
      'pic:blipFill',
      {},
      element('a:blip', { 'r:embed': pictureId(index) }),
      element('a:stretch', {}, element('a:fillRect')),
    ),
    element(
      'pic:spPr',
      {},
      element('a:xfrm', {}, element('a:off', { x: 0, y: 0 }), element('a:ext', extent)),
      element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
    ),
  );
  const inline = element(
    'wp:inline',
    { distT: 0, distB: 0, distL: 0, distR: 0 },
    element('wp:extent', extent),
    element('wp:docPr', named),
    element('a:graphic', {}, element('a:graphicData', { uri: `${DRAWING}/picture` }, shape)),
  );
  return rawParagraph(element('w:r', {}, element('w:drawing', {}, inline)), { align: 'center' });
}

const warningParagraph = ({ warning }: OfficialReport): string =>
  warning === null ? '' : paragraph(warning, { align: 'center', bold: true, points: 13 });

/** Page number centred in the top margin, from the second page on (NĐ 30/2020/NĐ-CP, Phụ lục I). */
const pageNumber: string = rawParagraph(
  element('w:fldSimple', { 'w:instr': ' PAGE ' }, run('2', { points: 13 })),
  { align: 'center' },
);

const headerXml = (...paragraphs: readonly string[]): string => {
  const content = paragraphs.join('');
  return xmlPart(element('w:hdr', { 'xmlns:w': WORD_SPACE }, content === '' ? paragraph('') : content));
};

const section: string = element(
  'w:sectPr',
  {},
  element('w:headerReference', { 'w:type': 'first', 'r:id': 'rId2' }),
  element('w:headerReference', { 'w:type': 'default', 'r:id': 'rId3' }),
  element('w:pgSz', { 'w:w': PAGE.width, 'w:h': PAGE.height }),
  element('w:pgMar', {
    'w:top': PAGE.edge,
    'w:right': PAGE.edge,
    'w:bottom': PAGE.edge,
    'w:left': PAGE.left,
    'w:header': 567,
    'w:footer': 567,
    'w:gutter': 0,
  }),
  element('w:titlePg'),
);
