import { element, escapeXml } from './xml.ts';

/** `points` is the font size in points; distances are in twentieths of a point. */
interface ParagraphLook {
  readonly style?: string;
  readonly align?: 'left' | 'center' | 'right' | 'both';
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Font size; by default that of the paragraph's style. */
  readonly points?: number;
  readonly before?: number;
  readonly after?: number;
  readonly indentFirst?: number;
  readonly keepNext?: boolean;
}

export function paragraph(text: string, look: ParagraphLook = {}): string {
  return rawParagraph(text === '' ? '' : run(text, look), look);
}

/** `content` is XML: runs, pictures or fields. */
export function rawParagraph(content: string, look: ParagraphLook = {}): string {
  const { style, align, before, after, indentFirst, keepNext } = look;
  const spacing =
    before === undefined && after === undefined
      ? ''
      : element('w:spacing', { 'w:before': before, 'w:after': after });
  const marks = [
    style === undefined ? '' : element('w:pStyle', { 'w:val': style }),
    keepNext ? element('w:keepNext') : '',
    spacing,
    indentFirst === undefined ? '' : element('w:ind', { 'w:firstLine': indentFirst }),
    align === undefined ? '' : element('w:jc', { 'w:val': align }),
  ].join('');
  return element('w:p', {}, marks === '' ? '' : element('w:pPr', {}, marks), content);
}

export function run(text: string, { bold, italic, points }: ParagraphLook = {}): string {
  const marks = [
    bold ? element('w:b') : '',
    italic ? element('w:i') : '',
    points === undefined
      ? ''
      : element('w:sz', { 'w:val': points * 2 }) + element('w:szCs', { 'w:val': points * 2 }),
  ].join('');
  return element(
    'w:r',
    {},
    marks === '' ? '' : element('w:rPr', {}, marks),
    element('w:t', { 'xml:space': 'preserve' }, escapeXml(text)),
  );
}

/** The short line below a name on official documents: an empty paragraph with a top border. */
export const shortRule = (indent: number): string =>
  element(
    'w:p',
    {},
    element(
      'w:pPr',
      {},
      element(
        'w:pBdr',
        {},
        element('w:top', { 'w:val': 'single', 'w:sz': 6, 'w:space': 1, 'w:color': 'auto' }),
      ),
      element('w:spacing', { 'w:before': 20, 'w:after': 0, 'w:line': 120, 'w:lineRule': 'exact' }),
      element('w:ind', { 'w:left': indent, 'w:right': indent }),
      element('w:rPr', {}, element('w:sz', { 'w:val': 8 })),
    ),
  );
