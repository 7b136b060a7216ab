import { CsvError, parse } from 'csv-parse/sync';
import { detectDelimiter } from 'hucre/csv';
import type { ReadImport, RefusalCode } from '../../../web/types/transaction-import.ts';
import { readWebPage, readWorkbook } from './read-workbook.ts';
import { cleanText, findWords, LIMITS, makeRows, Refusal, type Sheet } from './sheet.ts';

export type FileContent = { readonly format: ReadImport['format']; readonly sheets: readonly Sheet[] };

/** Unsupported formats by their magic bytes, decoded as Latin-1. */
const SIGNATURES: readonly (readonly [RefusalCode, RegExp])[] = [
  ['pdf', /^%PDF-/],
  ['picture', /^(\x89PNG|\xff\xd8\xff|GIF8|BM|II\*|MM|RIFF....WEBP|....ftyp(heic|heix|mif1|avif))/s],
  ['word', /^\{\\rtf/],
  // Excel before version 5 used no OLE container.
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

/** Detects the format by content, not by file name. @throws Refusal */
export async function readFile(bytes: Uint8Array): Promise<FileContent> {
  if (bytes.length === 0) throw new Refusal('empty');
  if (bytes.length > LIMITS.fileBytes) throw new Refusal('too-large');
  const content = await readContent(bytes).catch((error: unknown) => {
    // The libraries throw many kinds of errors for damaged files, so any other error means damage.
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

/** Refuses texts such as `M? h? s?`, which an encoding without Vietnamese letters has damaged irreversibly. */
function refuseLostLetters({ rows }: Sheet): void {
  const cells = rows.slice(0, 40).flatMap((row) => row.cells);
  const lost = cells.filter((cell) => typeof cell === 'string' && /\p{L}\?|\?\p{L}/u.test(cell));
  if (lost.length >= 2 && lost.length * 10 >= cells.length) throw new Refusal('letters-lost');
}

function readCsv(text: string): Sheet {
  const [declaration = '', declared] = /^"?sep=(.)"?\r?\n/i.exec(text) ?? [];
  const body = text.slice(declaration.length);
  const first = declaration === '' ? 1 : 2;
  const delimiter = declared ?? detectDelimiter(body);
  if (body.split(delimiter, LIMITS.cells + 1).length > LIMITS.cells) throw new Refusal('too-many-rows');
  const rows = parseRecords(body, delimiter, first).flatMap((record, at) => {
    // If a closing quote is missing, the field extends to a quote in a later row and contains whole rows.
    const isSwallowed = (cell: string) => cell.includes('\n') && cell.split(delimiter).length > 2;
    if (record.some(isSwallowed)) throw new Refusal('broken-quotes', at + first);
    // Programs write `="0001"` so that Excel keeps leading zeros.
    const cells = record.map((cell) => cleanText(cell.replace(/^="(.*)"$/, '$1')));
    const isIndented = /^\s/.test(record[findWords(record)] ?? '');
    return makeRows({ number: at + first, cells, isIndented });
  });
  if (rows.length > LIMITS.rows) throw new Refusal('too-many-rows');
  return { name: '', besides: [], rows, serialOffset: 0 };
}

function parseRecords(body: string, delimiter: string, first: number): string[][] {
  try {
    return parse(body, {
      delimiter,
      // Accepts mixed line ends, which occur in files that different programs have appended to.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The row of the opening quote is more useful than the end of the file.
    const before = Number(error.records);
    throw new Refusal('broken-quotes', Number.isInteger(before) ? before + first : null);
  }
}

/**
 * Decodes a text file to NFC: by byte order mark; else UTF-16 if every other byte is 0; else UTF-8 if at most a few
 * bytes are invalid; else Windows-1258, used by older Vietnamese programs. Returns null if the file is not text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  // MS-DOS programs append Ctrl-Z, a control character.
  const text = decode(bytes).replace(/(?![\t\n\r])\p{Cc}+$/u, '');
  return /[^\P{Cc}\t\n\r\f\u0080-\u009f]/u.test(text) ? null : text.normalize('NFC');
}

function decode(bytes: Uint8Array): string {
  const encoding = findUtf16(bytes) ?? 'utf-8';
  const text = new TextDecoder(encoding).decode(bytes);
  const wrong = text.split('\ufffd').length - 1;
  const foreign = text.length - text.replace(/[^ -~\s]/g, '').length;
  // A few invalid sequences among the non-ASCII characters are damage; more than a quarter mean another encoding.
  return wrong * 4 > foreign ? new TextDecoder('windows-1258').decode(bytes) : text;
}

function findUtf16(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 4_000);
  const zeros = (parity: number) => sample.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  // Without a byte order mark: in UTF-16 the high byte of ASCII characters is 0. Many Vietnamese letters have other
  // high bytes, but digits, separators and spaces make up more than an eighth of the sample.
  const many = sample.length / 8;
  if (zeros(1) > many && zeros(0) < many / 4) return 'utf-16le';
  return zeros(0) > many && zeros(1) < many / 4 ? 'utf-16be' : null;
}
