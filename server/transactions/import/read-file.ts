import type { ReadImport, RefusalCode } from '../../../web/types/transaction-import.ts';
import { decodeText } from './decode-text.ts';
import { readCsv } from './read-csv.ts';
import { readWebPage, readWorkbook } from './read-workbook.ts';
import { LIMITS, Refusal, type Sheet } from './sheet.ts';

export type FileContent = { readonly format: ReadImport['format']; readonly sheets: readonly Sheet[] };

/** Unsupported formats by magic bytes (as Latin-1). */
const SIGNATURES: readonly (readonly [RefusalCode, RegExp])[] = [
  ['pdf', /^%PDF-/],
  ['picture', /^(\x89PNG|\xff\xd8\xff|GIF8|BM|II\*|MM|RIFF....WEBP|....ftyp(heic|heix|mif1|avif))/s],
  ['word', /^\{\\rtf/],
  // Excel before version 5, without an OLE container.
  ['old-excel', /^\t[^ -~\s]/],
];

const TEXTS: readonly (readonly [RefusalCode, RegExp])[] = [
  ['empty', /^$/],
  ['web-archive', /^(mime-version|from|content-type):/i],
  ['xml-spreadsheet', /^<\?xml[\s\S]*urn:schemas-microsoft-com:office:spreadsheet/],
  ['not-a-table', /^[[{]/],
];

/** OLE container: Excel files until 2003, and encrypted newer ones. */
const OLE_CONTAINER = [0xd0, 0xcf, 0x11, 0xe0];

/** Detects the format by content, not by name. @throws Refusal */
export async function readFile(bytes: Uint8Array): Promise<FileContent> {
  if (bytes.length === 0) throw new Refusal('empty');
  if (bytes.length > LIMITS.fileBytes) throw new Refusal('too-large');
  const content = await readContent(bytes).catch((error: unknown) => {
    // The libraries throw many kinds of errors for damaged files.
    throw error instanceof Refusal ? error : new Refusal('damaged');
  });
  const sheets = content.sheets.filter(({ rows }) => rows.length > 0);
  if (sheets.length === 0) throw new Refusal('empty');
  return { ...content, sheets };
}

async function readContent(bytes: Uint8Array): Promise<FileContent> {
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
  refuse(SIGNATURES, head);
  if (head.startsWith('PK')) return { format: 'xlsx', sheets: await readWorkbook(bytes) };
  if (bytes.subarray(0, 4).every((byte, at) => byte === OLE_CONTAINER[at])) {
    const isEncrypted = Buffer.from(bytes).includes('EncryptedPackage', 0, 'utf16le');
    throw new Refusal(isEncrypted ? 'password' : 'old-excel');
  }
  const text = decodeText(bytes);
  if (text === null) throw new Refusal('not-a-table');
  const start = text.slice(0, 2_000).trim();
  refuse(TEXTS, start);
  if (/^<[!?a-z]/i.test(start)) return { format: 'html', sheets: readWebPage(text) };
  const sheet = readCsv(text);
  refuseLostLetters(sheet);
  return { format: 'csv', sheets: [sheet] };
}

function refuse(patterns: typeof SIGNATURES, start: string): void {
  for (const [code, pattern] of patterns) if (pattern.test(start)) throw new Refusal(code);
}

/** `M? h? s?`: the text was saved in an encoding without Vietnamese and cannot be recovered. */
function refuseLostLetters({ rows }: Sheet): void {
  const cells = rows.slice(0, 40).flatMap((row) => row.cells);
  const lost = cells.filter((cell) => typeof cell === 'string' && /\p{L}\?|\?\p{L}/u.test(cell));
  if (lost.length >= 2 && lost.length * 10 >= cells.length) throw new Refusal('letters-lost');
}
