import { CsvError, parse } from 'csv-parse/sync';
import { detectDelimiter } from 'hucre/csv';
import { cleanText, findWords, LIMITS, makeRows, Refusal, type Sheet } from './sheet.ts';

export function readCsv(text: string): Sheet {
  const [declaration = '', declared] = /^"?sep=(.)"?\r?\n/i.exec(text) ?? [];
  const body = text.slice(declaration.length);
  const first = declaration === '' ? 1 : 2;
  const delimiter = declared ?? detectDelimiter(body);
  if (body.split(delimiter, LIMITS.cells + 1).length > LIMITS.cells) throw new Refusal('too-many-rows');
  const rows = parseRecords(body, delimiter, first).flatMap((record, at) => {
    // If a quote is closed only some rows below, its field contains whole rows.
    const isSwallowed = (cell: string) => cell.includes('\n') && cell.split(delimiter).length > 2;
    if (record.some(isSwallowed)) throw new Refusal('broken-quotes', at + first);
    // Programs write `="0001"` to keep Excel from dropping zeros.
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
      // Accepts all line ends, because programs that append to a file mix them.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // Reports the row of the opening quote, not the end of the file.
    const before = Number(error.records);
    throw new Refusal('broken-quotes', Number.isInteger(before) ? before + first : null);
  }
}
