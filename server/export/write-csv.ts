/** Characters that start a formula in spreadsheets, full-width ones included. */
const FORMULA_START = /^[\s]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/**
 * Protects against formula injection: people open CSV files in spreadsheets, where text starting like a
 * formula would be executed. Prefixes an apostrophe.
 */
export const escapeFormula = (text: string): string => (FORMULA_START.test(text) ? `'${text}` : text);

const quote = (field: string): string =>
  /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;

/**
 * RFC 4180: fields separated by commas, lines by CR LF, UTF-8 without byte order mark. null, for an unknown
 * or suppressed value, becomes an empty field.
 */
export const writeCsv = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows
    .map((row) =>
      row
        .map((field) =>
          quote(typeof field === 'string' ? escapeFormula(field) : field === null ? '' : String(field)),
        )
        .join(','),
    )
    .map((line) => `${line}\r\n`)
    .join('');
