import { CsvError, parse } from 'csv-parse/sync';
import { cleanText, LIMITS, Refusal, type Row, type Sheet } from './sheet.ts';

const DELIMITERS = [';', '\t', ',', '|'] as const;

export function readCsv(text: string): Sheet {
  const [declaration = '', declared] = /^"?sep=(.)"?\r?\n/i.exec(text) ?? [];
  const body = text.slice(declaration.length);
  const first = declaration === '' ? 1 : 2;
  const delimiter = declared ?? findDelimiter(body);
  const rows = parseRecords(body, delimiter, first).flatMap((record, at): Row[] => {
    // A quote that closes rows below has whole rows in its field.
    const isSwallowed = (cell: string) => cell.includes('\n') && cell.split(delimiter).length > 2;
    if (record.some(isSwallowed)) throw new Refusal('broken-quotes', at + first);
    const cells = record.map(cleanText);
    while (cells.length > 0 && cells.at(-1) === null) cells.pop();
    if (cells.length > LIMITS.columns) throw new Refusal('too-many-columns');
    return cells.length === 0
      ? []
      : [{ number: at + first, cells, copied: new Set(), shared: new Set(), mark: null }];
  });
  if (rows.length > LIMITS.rows) throw new Refusal('too-many-rows');
  return { name: '', rows, serialOffset: 0 };
}

function parseRecords(body: string, delimiter: string, first: number): string[][] {
  try {
    return parse(unquoteFormulas(body, delimiter), {
      delimiter,
      // Accepts all line ends, because programs that append to a file mix them.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: false,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // Reports the row of the opening quote, not the end of the file.
    const before = Number(error.records);
    throw new Refusal('broken-quotes', Number.isInteger(before) ? before + first : null);
  }
}

/** Programs write `="0001"` to keep Excel from dropping zeros. */
const unquoteFormulas = (text: string, delimiter: string): string =>
  text.replace(
    new RegExp(`(?<=^|[\\${delimiter}\\r\\n])="((?:[^"\\r\\n]|"")*)"(?=[\\${delimiter}\\r\\n]|$)`, 'g'),
    '"$1"',
  );

/** The separator that splits most lines into the same number of fields; the first one on a tie. */
function findDelimiter(text: string): string {
  const lines = text.split(/\r\n|\n|\r/, 60).map((line) => line.replace(/"[^"]*"/g, ''));
  const agreement = (delimiter: string): number => {
    const widths = lines.map((line) => line.split(delimiter).length).filter((width) => width > 1);
    return Math.max(0, ...widths.map((width) => widths.filter((other) => other === width).length));
  };
  return DELIMITERS.reduce((best, next) => (agreement(next) > agreement(best) ? next : best));
}
