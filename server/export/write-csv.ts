/** What spreadsheets take for the beginning of a formula, full-width signs included. */
const BEGINS_FORMULA = /^[\s]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/**
 * A field that somebody typed. Programs read CSV, but people open it in a spreadsheet all the same, and a
 * text that begins like a formula would be one there: it gets an apostrophe before it.
 */
export const guardText = (text: string): string => (BEGINS_FORMULA.test(text) ? `'${text}` : text);

const quote = (field: string): string =>
  /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;

/** A CSV file by RFC 4180: commas, lines ended by CR LF, UTF-8 without a mark. Empty is not known or not shown. */
export const writeCsv = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows
    .map((row) =>
      row
        .map((field) =>
          quote(typeof field === 'string' ? guardText(field) : field === null ? '' : String(field)),
        )
        .join(','),
    )
    .map((line) => `${line}\r\n`)
    .join('');
