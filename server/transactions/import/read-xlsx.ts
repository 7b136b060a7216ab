import { fileFault, type ImportFault } from './import-fault.ts';
import { readSharedTexts, readSheet } from './read-sheet.ts';
import { readElements } from './read-xml.ts';
import { TABLE_LIMITS, type Table } from './table.ts';
import { unpackZip, ZipError } from './unpack-zip.ts';

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const TEXTS = 'xl/sharedStrings.xml';
const SHEETS = 'xl/worksheets/';
/** More sheets are not looked at. */
const MOST_SHEETS = 40;

/** Reads the sheets of an XLSX file that a person sees, in their order. */
export function readXlsx(
  bytes: Uint8Array,
): { readonly tables: readonly Table[] } | { readonly fault: ImportFault } {
  try {
    const parts = unpackZip(
      bytes,
      (name) => name === WORKBOOK || name === RELATIONS || name === TEXTS || name.startsWith(SHEETS),
      TABLE_LIMITS.unpackedBytes,
    );
    const { sheets, is1904 } = listSheets(parts);
    if (sheets.length === 0) return { fault: fileFault('damaged') };
    const texts = readSharedTexts(textOfPart(parts, TEXTS) ?? '');
    const tables: Table[] = [];
    for (const path of sheets) {
      const xml = textOfPart(parts, path);
      if (xml === null) return { fault: fileFault('damaged') };
      const rows = readSheet(xml, texts);
      if (rows === null) return { fault: fileFault('too-many-rows') };
      tables.push({ rows, is1904 });
    }
    return { tables };
  } catch (error) {
    const isTooLarge = error instanceof ZipError && error.isTooLarge;
    return { fault: fileFault(isTooLarge ? 'unpacks-too-large' : 'damaged') };
  }
}

const textOfPart = (parts: Readonly<Record<string, Uint8Array>>, path: string): string | null => {
  const part = parts[path];
  return part === undefined ? null : new TextDecoder('utf-8').decode(part);
};

/** Paths of the sheets that are not hidden, and how the workbook counts days. */
function listSheets(parts: Readonly<Record<string, Uint8Array>>): {
  readonly sheets: readonly string[];
  readonly is1904: boolean;
} {
  const targets = new Map<string, string>();
  readElements(textOfPart(parts, RELATIONS) ?? '', {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const { Id = '', Target = '' } = attributes;
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  // Each part once: what unpacks is bounded, and a workbook may name one part as often as it likes.
  const sheets = new Set<string>();
  let is1904 = false;
  readElements(textOfPart(parts, WORKBOOK) ?? '', {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return;
      const path = targets.get(attributes['r:id'] ?? '');
      if (path?.startsWith(SHEETS)) sheets.add(path);
    },
  });
  return { sheets: [...sheets].slice(0, MOST_SHEETS), is1904 };
}
