import { strToU8, zipSync } from 'fflate';

/** With a `formula` the cell also has the value that the spreadsheet computed last. */
export type SheetCell =
  | string
  | number
  | null
  | { readonly formula: string; readonly value: string; readonly isError?: boolean };

export interface Sheet {
  readonly rows: readonly (readonly SheetCell[])[];
  /** Cell ranges, such as `A1:C1`. */
  readonly merges?: readonly string[];
  readonly isHidden?: boolean;
  /** Row numbers, from 1. */
  readonly hiddenRows?: readonly number[];
  readonly flatRows?: readonly number[];
  readonly struckRows?: readonly number[];
  readonly indentedRows?: readonly number[];
  /** Row numbers, from 1, of rows in an outline group. */
  readonly groupedRows?: readonly number[];
  /** Number format by index of the column, from 0. */
  readonly formats?: Readonly<Record<number, keyof typeof STYLES>>;
}

/** Indices of the cell styles of the workbook. */
const STYLES = { day: 2, month: 3, percent: 4 } as const;

/** Peculiarities of some programs that write workbooks. */
export interface WorkbookOptions {
  readonly is1904?: boolean;
  /** Texts are in the cells, not in the list of shared strings. */
  readonly inline?: boolean;
}

const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const letters = (index: number): string =>
  (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

/** Serial day of spreadsheets (1900 date system); `day` is `YYYY-MM-DD`. */
export const serialOf = (day: string): number =>
  (Date.parse(`${day}T00:00:00Z`) - Date.parse('1899-12-30T00:00:00Z')) / 86_400_000;

/** An XLSX file like those of Excel. */
export function makeXlsx(sheets: readonly Sheet[], options: WorkbookOptions = {}): Uint8Array {
  const texts: string[] = [];
  const cell = (value: SheetCell, place: string, style: string): string => {
    if (value === null) return '';
    if (typeof value === 'number') return `<c r="${place}"${style}><v>${value}</v></c>`;
    if (typeof value === 'object') {
      const type = value.isError ? ' t="e"' : '';
      return `<c r="${place}"${style}${type}><f>${escapeXml(value.formula)}</f><v>${escapeXml(value.value)}</v></c>`;
    }
    if (options.inline)
      return `<c r="${place}"${style} t="inlineStr"><is><t>${escapeXml(value)}</t></is></c>`;
    texts.push(value);
    return `<c r="${place}"${style} t="s"><v>${texts.length - 1}</v></c>`;
  };
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  const contents = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const sheetXml = sheets.map(({ rows, merges = [], formats = {}, ...marked }) => {
    const is = (kind: keyof typeof marked, y: number) => [marked[kind] ?? []].flat().includes(y + 1);
    const attributes = (y: number) =>
      [
        is('hiddenRows', y) ? ' hidden="1"' : '',
        is('flatRows', y) ? ' ht="0" customHeight="1"' : '',
        is('groupedRows', y) ? ' outlineLevel="1"' : '',
      ].join('');
    const styleOf = (y: number, x: number) => {
      if (is('struckRows', y)) return ' s="1"';
      if (is('indentedRows', y) && typeof rows[y]?.[x] === 'string') return ' s="5"';
      return formats[x] ? ` s="${STYLES[formats[x]]}"` : '';
    };
    const body = rows
      .map(
        (row, y) =>
          `<row r="${y + 1}"${attributes(y)}>${row
            .map((value, x) => cell(value, `${letters(x)}${y + 1}`, styleOf(y, x)))
            .join('')}</row>`,
      )
      .join('');
    const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    return `${head}<worksheet ${space}><sheetData>${body}</sheetData>${
      merged === '' ? '' : `<mergeCells>${merged}</mergeCells>`
    }</worksheet>`;
  });
  const files: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${contents}.sheet.main+xml"/>${sheets
      .map(
        (_, i) =>
          `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${contents}.worksheet+xml"/>`,
      )
      .join(
        '',
      )}<Override PartName="/xl/sharedStrings.xml" ContentType="${contents}.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="${contents}.styles+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook ${space} xmlns:r="${relations}"><workbookPr${
      options.is1904 ? ' date1904="1"' : ''
    }/><sheets>${sheets
      .map(
        ({ isHidden }, i) =>
          `<sheet name="S${i + 1}" sheetId="${i + 1}" r:id="rId${i + 1}"${isHidden ? ' state="hidden"' : ''}/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
      .map(
        (_, i) =>
          `<Relationship Id="rId${i + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="texts" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="styles" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
  };
  sheetXml.forEach((xml, i) => {
    files[`xl/worksheets/sheet${i + 1}.xml`] = xml;
  });
  files['xl/styles.xml'] =
    `${head}<styleSheet ${space}><fonts count="2"><font><sz val="11"/></font><font><strike/><sz val="11"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf fontId="0"/><xf fontId="1" applyFont="1"/>${[14, 17, 9].map((id) => `<xf fontId="0" numFmtId="${id}" applyNumberFormat="1"/>`).join('')}<xf fontId="0" applyAlignment="1"><alignment indent="2"/></xf></cellXfs></styleSheet>`;
  files['xl/sharedStrings.xml'] =
    `${head}<sst ${space}>${texts.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join('')}</sst>`;
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** Encodes text as old programs do: a tone mark is a separate character after its letter. */
export function encodeWindows1258(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1258');
  const bytes = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) bytes.set(decoder.decode(Uint8Array.of(byte)), byte);
  const out: number[] = [];
  const TONES = /[\u0300\u0301\u0303\u0309\u0323]/;
  for (const letter of text.normalize('NFC')) {
    const known = bytes.get(letter);
    if (known !== undefined) {
      out.push(known);
      continue;
    }
    const tone = letter.normalize('NFD').match(TONES)?.[0] ?? '';
    const base = letter.normalize('NFD').replace(TONES, '').normalize('NFC');
    for (const part of [base, tone]) {
      const byte = bytes.get(part);
      if (byte === undefined) throw new Error(`no byte for ${letter}`);
      out.push(byte);
    }
  }
  return Uint8Array.from(out);
}

/** With a byte order mark. */
export function encodeUtf16(text: string): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return new Uint8Array(bytes);
}
