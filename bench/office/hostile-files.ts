import { strToU8, zipSync } from 'fflate';

/** Small files whose reading would take minutes or gigabytes without limits. */
export function makeHostileFiles(): Readonly<Record<string, Uint8Array>> {
  const emptyRows = '<row/>'.repeat(19_999);
  const merge = '<mergeCells><mergeCell ref="A1:CB20000"/></mergeCells>';
  const one = '<row r="1"><c r="A1"><v>1</v></c></row>';
  const texts = `<sst xmlns="${SHEET}"><si><t>${'x'.repeat(30_000)}</t></si></sst>`;
  const shared = Array.from(
    { length: 19_000 },
    (_, row) => `<row r="${row + 1}">${'<c t="s"><v>0</v></c>'.repeat(60)}</row>`,
  );
  const nested = `${'<a>'.repeat(400_000)}${'</a>'.repeat(400_000)}`;
  const entities = `<!DOCTYPE x [<!ENTITY a "${'x'.repeat(500)}">${Array.from({ length: 20 }, (_, index) => `<!ENTITY b${index} "${`&${index === 0 ? 'a' : `b${index - 1}`};`.repeat(20)}">`).join('')}]>`;
  return {
    'many empty rows and one merge, forty times': book(
      Array.from({ length: 40 }, () => `<sheetData>${one}${emptyRows}</sheetData>${merge}`),
    ),
    'deep nesting': book([`<sheetData>${nested}</sheetData>`]),
    entities: book(['<sheetData/>'], {
      'xl/sharedStrings.xml': `${entities}<sst xmlns="${SHEET}"><si><t>&b19;</t></si></sst>`,
    }),
    'one long shared text in a million cells': book([`<sheetData>${shared.join('')}</sheetData>`], {
      'xl/sharedStrings.xml': texts,
    }),
    'one enormous row': book([
      `<sheetData><row r="1">${'<c><v>1</v></c>'.repeat(1_000_000)}</row></sheetData>`,
    ]),
    'many small sheets': book(Array.from({ length: 5_000 }, () => `<sheetData>${one}</sheetData>`)),
    'a part that unpacks to a gigabyte': zipSync(
      { 'xl/workbook.xml': new Uint8Array(400_000_000) },
      { level: 9 },
    ),
    'a web page of cells that reach over everything': strToU8(
      `<table>${'<tr><td rowspan=65534 colspan=1000>x</td></tr>'.repeat(20_000)}</table>`,
    ),
    'a text of nothing but delimiters': strToU8(';'.repeat(1_990_000)),
    'quotes that open and close two million times': strToU8('""'.repeat(990_000)),
  };
}

const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGES = 'http://schemas.openxmlformats.org/package/2006';

/** A workbook whose sheets have this XML. */
function book(sheets: readonly string[], parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const at = (index: number) => `sheet${index + 1}`;
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGES}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGES}/relationships"><Relationship Id="r" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${SHEET}" xmlns:r="${RELATIONS}"><sheets>${sheets.map((_, index) => `<sheet name="${at(index)}" sheetId="${index + 1}" r:id="r${index}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGES}/relationships">${sheets.map((_, index) => `<Relationship Id="r${index}" Type="${RELATIONS}/worksheet" Target="worksheets/${at(index)}.xml"/>`).join('')}<Relationship Id="t" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ...Object.fromEntries(
      sheets.map((xml, index) => [
        `xl/worksheets/${at(index)}.xml`,
        `<worksheet xmlns="${SHEET}">${xml}</worksheet>`,
      ]),
    ),
    'xl/sharedStrings.xml': `<sst xmlns="${SHEET}"/>`,
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
    level: 9,
  });
}
