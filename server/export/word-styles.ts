import { element, xmlPart } from './xml.ts';

export const WORD_SPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

const FONT = 'Times New Roman';
/** Font size in half-points. NĐ 30/2020/NĐ-CP, Phụ lục I requires 13–14 points; this is 14. */
const BODY_HALVES = 28;

const paragraphStyle = (id: string, name: string, paragraphMarks: string, letterMarks: string): string =>
  element(
    'w:style',
    { 'w:type': 'paragraph', 'w:styleId': id },
    element('w:name', { 'w:val': name }),
    element('w:basedOn', { 'w:val': 'Normal' }),
    element('w:qFormat'),
    element('w:pPr', {}, paragraphMarks),
    element('w:rPr', {}, letterMarks),
  );

/** Headings use heading styles, so that Word's navigation works. */
export const wordStylesPart: string = xmlPart(
  element(
    'w:styles',
    { 'xmlns:w': WORD_SPACE },
    element(
      'w:docDefaults',
      {},
      element(
        'w:rPrDefault',
        {},
        element(
          'w:rPr',
          {},
          element('w:rFonts', { 'w:ascii': FONT, 'w:hAnsi': FONT, 'w:eastAsia': FONT, 'w:cs': FONT }),
          element('w:sz', { 'w:val': BODY_HALVES }),
          element('w:szCs', { 'w:val': BODY_HALVES }),
          element('w:lang', { 'w:val': 'vi-VN' }),
        ),
      ),
      element('w:pPrDefault', {}, element('w:pPr', {}, element('w:spacing', { 'w:after': 0 }))),
    ),
    element(
      'w:style',
      { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' },
      element('w:name', { 'w:val': 'Normal' }),
      element('w:qFormat'),
    ),
    paragraphStyle(
      'Heading1',
      'heading 1',
      element('w:keepNext') +
        element('w:spacing', { 'w:before': 200, 'w:after': 80 }) +
        element('w:ind', { 'w:firstLine': 567 }) +
        element('w:outlineLvl', { 'w:val': 0 }),
      element('w:b'),
    ),
    paragraphStyle(
      'Body',
      'Body',
      element('w:spacing', { 'w:before': 80, 'w:after': 80 }) +
        element('w:ind', { 'w:firstLine': 567 }) +
        element('w:jc', { 'w:val': 'both' }),
      '',
    ),
    paragraphStyle(
      'Caption',
      'caption',
      element('w:keepNext') +
        element('w:spacing', { 'w:before': 160, 'w:after': 80 }) +
        element('w:jc', { 'w:val': 'center' }),
      element('w:i') + element('w:sz', { 'w:val': 26 }) + element('w:szCs', { 'w:val': 26 }),
    ),
  ),
);
