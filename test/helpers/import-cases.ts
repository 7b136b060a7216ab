import type { RefusedImport } from '../../server/transactions/import/read-import.ts';
import type { ReadImport } from '../../web/types/transaction-import.ts';

/** The outcome in one line: numbers and bad rows, open questions, or why the file is rejected. */
export function sayImport(found: ReadImport | RefusedImport): string {
  if ('refused' in found) return `refused ${found.refused}${found.row === null ? '' : ` ${found.row}`}`;
  const { numbers, proposal } = found;
  if (numbers === null) return `needs ${proposal.needs.join(' ')}`;
  const { entries, bad, leftOut, states } = numbers;
  const left = (['unfinished', 'repeated', 'totals'] as const).flatMap((kind) =>
    leftOut[kind].length === 0 ? [] : [`${kind} ${leftOut[kind].join(',')}`],
  );
  return [
    ...entries.map(({ from, to, name, n }) => `${from}${from === to ? '' : `..${to}`} ${name ?? '-'} ${n}`),
    ...states.map(({ text, n }) => `state "${text}" ${n}`),
    ...bad.map(({ row, column, code }) => `${code} ${column}${row}`),
    ...left,
  ].join('; ');
}

const J = 'Tư pháp – hộ tịch, chứng thực';
const L = 'Đất đai – xây dựng';
const TWO_AND_ONE = `2024-12-02 ${J} 2; 2024-12-03 ${L} 1`;
const ONE_AND_ONE = `2024-12-02 ${J} 1; 2024-12-03 ${L} 1`;

/** Expected outcome, as `sayImport` words it, of each file in `test/cases/import`. */
export const IMPORT_CASES: Readonly<Record<string, string>> = {
  'aa01-excel-ansi-1252-question-marks.csv': 'refused letters-lost',
  'ac04-name-118-chars-two-lines.xlsx': '2024-12-02 - 1',
  'c01-group-rows-merged.xlsx': TWO_AND_ONE,
  'c04-footer-merged.xlsx': `${TWO_AND_ONE}; totals 5`,
  'c06-repeated-headings.xlsx': TWO_AND_ONE,
  'c07-param-row-from-to.xlsx': `${TWO_AND_ONE}; unfinished 8`,
  'c07b-param-row-dates.xlsx': `${TWO_AND_ONE}; unfinished 8`,
  'c07e-param-ky.xlsx': `${TWO_AND_ONE}; unfinished 8`,
  'd00-placeholder.xlsx': `${TWO_AND_ONE}; unfinished 5`,
  'd01-placeholder.xlsx': `${TWO_AND_ONE}; unfinished 5`,
  'd02-placeholder.xlsx': `${TWO_AND_ONE}; unfinished 5`,
  'd03-placeholder.xlsx': `${TWO_AND_ONE}; unfinished 5`,
  'e04-date.xlsx': '2024-12-02 - 1; 2024-12-03 - 1',
  'e06-date.xlsx': '2024-12-02 - 1; 2024-12-03 - 1',
  'h01-formula-novalue-wide.xlsx': `2024-12-02 ${J} 5; 2024-12-03 ${L} 6; formula-failed C2; formula-failed B3`,
  'i03-20007-empty-rows.xlsx': '2024-12-02 - 3',
  'j01-so-ho-so-short-numbers.xlsx': 'needs kind',
  'k01-official-book.xlsx': '2024-12-02 - 1; 2024-12-03 - 1',
  'k07-thoi-han2.xlsx': 'needs date',
  'k09-ngay-bo-sung.xlsx': 'needs date',
  'o07-mhtml.xls': 'refused web-archive',
  'r-ods.ods': 'refused open-document',
  's03-sst-case.xlsx': '2024-12-02 - 3',
  's09-dot-target.xlsx': '2024-12-02 - 3',
  't01-xlsxwriter-crlf-header.xlsx': ONE_AND_ONE,
  'u01-heading-with-digit.xlsx': `2024-12-02 ${J} 1`,
  'u03-heading-dd-mm.xlsx': `2024-12-02 ${J} 1`,
  'v01-promised.xlsx': ONE_AND_ONE,
  'v05-promised.xlsx': 'needs date',
  'v07-promised.xlsx': 'needs date',
  'w01-us-week.csv': 'needs day-order',
  'x01-eq-quoted-codes-only.csv': '2024-12-02 - 1; 2024-12-03 - 1',
  'x07-ctrl-z-end.csv': '2024-12-02 - 1',
  'x09-utf8-with-bad-byte.csv': '2024-12-02 - 1',
  'x15-crlf-first-then-lf-list.csv': '2024-12-02 - 1; 2024-12-03 - 2',
  'y02-side-by-side.xlsx': 'refused side-by-side',
  'y16-da-giai-quyet-group-total.xlsx': '2024-12-02 - 8; 2024-12-03 - 4',
  'z01b-crlf-head-lf-rows-date-first.csv': `2024-12-02 ${J} 3; 2024-12-03 ${J} 3; 2024-12-04 ${J} 3; 2024-12-05 ${J} 3`,
  'z16-dossier-in-giao-dich.xlsx': `2024-12-02 ${J} 1; 2024-12-03 ${J} 1`,
};
