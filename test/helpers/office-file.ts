import { unzipSync } from 'fflate';
import { SaxesParser, type SaxesTagPlain } from 'saxes';

// Reads office files without any code that writes them, so that one fault cannot hide another.

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

/** Contents of a zip archive by path. @throws Error if it is not a zip archive */
export const partsOf = (bytes: Uint8Array): Readonly<Record<string, Uint8Array>> => unzipSync(bytes);

/** Parses an XML file in the archive. @throws Error if it is missing or not well-formed */
export function readPart(bytes: Uint8Array, path: string): Node {
  const part = partsOf(bytes)[path];
  if (part === undefined) throw new Error(`there is no part ${path}`);
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    const node: Node = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => {
    const node = open.at(-1);
    if (node) node.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(new TextDecoder('utf-8', { fatal: true }).decode(part)).close();
  return root.children[0] as Node;
}

/** Descendants with this name, in document order. */
export const findAll = (node: Node, name: string): Node[] =>
  node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...findAll(child, name)]);

export interface ReadCell {
  readonly place: string;
  readonly type: string;
  readonly value: string | number | null;
  readonly format: string;
  readonly hasFormula: boolean;
}

export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly { readonly isHidden: boolean; readonly cells: readonly ReadCell[] }[];
}

const BUILT_IN: Readonly<Record<string, string>> = { '0': 'General', '3': '#,##0', '49': '@' };

export function readWorkbook(bytes: Uint8Array): ReadSheet[] {
  // A workbook without texts has no file for shared strings.
  const shared = 'xl/sharedStrings.xml';
  const items = shared in partsOf(bytes) ? findAll(readPart(bytes, shared), 'si') : [];
  const texts = items.map((item) =>
    findAll(item, 't')
      .map(({ text }) => text)
      .join(''),
  );
  const styles = readPart(bytes, 'xl/styles.xml');
  const own = findAll(styles, 'numFmt').map(({ attributes }): [string, string] => [
    attributes.numFmtId ?? '',
    (attributes.formatCode ?? '').replaceAll('\\', ''),
  ]);
  const formats: Readonly<Record<string, string>> = { ...BUILT_IN, ...Object.fromEntries(own) };
  const looks = findAll(styles, 'cellXfs')[0]?.children.map(
    ({ attributes }) => formats[attributes.numFmtId ?? ''] ?? '',
  );
  const targets = new Map(
    findAll(readPart(bytes, 'xl/_rels/workbook.xml.rels'), 'Relationship').map(({ attributes }) => [
      attributes.Id,
      attributes.Target,
    ]),
  );
  return findAll(readPart(bytes, 'xl/workbook.xml'), 'sheet').map(({ attributes }) => ({
    name: attributes.name ?? '',
    rows: findAll(readPart(bytes, `xl/${targets.get(attributes['r:id'])}`), 'row').map((row) => ({
      isHidden: row.attributes.hidden === '1',
      cells: row.children.map((cell): ReadCell => {
        const kept = findAll(cell, 'v')[0]?.text ?? null;
        const type = cell.attributes.t ?? 'n';
        return {
          place: cell.attributes.r ?? '',
          type,
          value: kept === null ? null : type === 's' ? (texts[Number(kept)] ?? null) : Number(kept),
          format: looks?.[Number(cell.attributes.s ?? 0)] ?? '',
          hasFormula: findAll(cell, 'f').length > 0,
        };
      }),
    })),
  }));
}

const EPOCH = Date.parse('1899-12-30T00:00:00Z');

/** A cell with a date format contains the number of days since `EPOCH`, returned as `YYYY-MM-DD`. */
const readValue = ({ value, format }: ReadCell): string | number | null =>
  format === 'dd/mm/yyyy' && typeof value === 'number'
    ? new Date(EPOCH + value * 86_400_000).toISOString().slice(0, 10)
    : value;

/** One record per row; keys are the names in the sheet's hidden row. */
export function readRecords(sheet: ReadSheet): Record<string, string | number | null>[] {
  const at = sheet.rows.findIndex(({ isHidden }) => isHidden);
  const keys = sheet.rows[at]?.cells.map(({ value }) => String(value)) ?? [];
  return sheet.rows
    .slice(at + 1)
    .map(({ cells }) =>
      Object.fromEntries(keys.map((key, index) => [key, readValue(cells[index] as ReadCell)])),
    );
}

export const readAllRecords = (bytes: Uint8Array): Record<string, ReturnType<typeof readRecords>> =>
  Object.fromEntries(readWorkbook(bytes).map((sheet) => [sheet.name, readRecords(sheet)]));

/** Of a sheet with one figure per row: the figures by JSON path, by default those of the current period. */
export const figuresOf = (
  rows: ReturnType<typeof readRecords> = [],
  column = 'current',
): Record<string, string | number | null | undefined> =>
  Object.fromEntries(rows.filter(({ json }) => json !== null).map((row) => [String(row.json), row[column]]));

const textIn = (node: Node): string =>
  findAll(node, 'w:t')
    .map(({ text }) => text)
    .join('');

/** Paragraphs of a DOCX file, also those in tables, and the tables as rows of cells. */
export function readDocument(bytes: Uint8Array): {
  readonly paragraphs: readonly string[];
  readonly tables: readonly (readonly (readonly string[])[])[];
} {
  const document = readPart(bytes, 'word/document.xml');
  return {
    paragraphs: findAll(document, 'w:p').map(textIn),
    tables: findAll(document, 'w:tbl').map((table) =>
      findAll(table, 'w:tr').map((row) => findAll(row, 'w:tc').map(textIn)),
    ),
  };
}
