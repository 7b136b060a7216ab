const FORMULA_START = /^[\s]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** Prefixes an apostrophe to text that a spreadsheet would execute as a formula, full-width operators included. */
export const escapeFormula = (text: string): string => (FORMULA_START.test(text) ? `'${text}` : text);

const quote = (field: string): string =>
  /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;

/**
 * RFC 4180: commas, lines end with CR LF; no byte order mark. null (unknown or suppressed) becomes an empty field.
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
