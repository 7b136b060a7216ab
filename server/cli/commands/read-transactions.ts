import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Need, ReadImport } from '../../../web/types/transaction-import.ts';
import { dayOf } from '../../lib/day.ts';
import { foldText } from '../../lib/fold-text.ts';
import { settledMapping } from '../../transactions/import/propose-mapping.ts';
import type { ImportRequest } from '../../transactions/import/read-import.ts';
import { createImportReader } from '../../transactions/import-reader.ts';
import { listCounters } from '../../unit/counter.store.ts';
import { getMainUnit } from '../../unit/main-unit.ts';
import type { Command, ParsedCommand } from '../parse-command.ts';

/**
 * Prints how the import would read a file; writes nothing. Columns are given by letter or heading. `none` as
 * counter column: the numbers are of the whole unit. `none` as count column: each row is one transaction. Exit
 * codes: 0 numbers found, 1 a question is open or a row is unreadable, 2 wrong usage or refused file.
 */
export const readTransactionsCommand: Command = async ({ db, clock }, parsed, print) => {
  const { has, text } = parsed;
  const [path = ''] = parsed.args;
  const sheetNumber = text('sheet') === null ? null : Number(text('sheet'));
  const fail = (message: string): number => {
    print(has('json') ? JSON.stringify({ error: message }) : message);
    return 2;
  };
  if (has('day-first') && has('month-first')) return fail('--day-first and --month-first exclude each other');
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return fail(`no such file: ${path}`);
  const unit = await getMainUnit(db);
  const counters = await listCounters(db, unit.code);
  const today = dayOf(clock.now());
  const reader = createImportReader();
  const sheet = sheetNumber === null ? null : sheetNumber - 1;
  const first: ImportRequest = {
    fileName: basename(path),
    unit: unit.name,
    sheet,
    headingRow: null,
    mapping: null,
    remembered: {},
  };
  const found = await reader.read(bytes, first, counters, today);
  if (found === 'busy') throw new Error('the reader of this process is busy');
  if ('refused' in found) {
    if (has('json')) print(JSON.stringify({ refused: found.refused, row: found.row }));
    else print(`refused: ${found.refused}${found.row === null ? '' : ` (row ${found.row})`}`);
    return 2;
  }
  if (
    sheetNumber !== null &&
    !(Number.isInteger(sheetNumber) && sheetNumber >= 1 && sheetNumber <= found.sheets.length)
  ) {
    return fail(`no such sheet: ${text('sheet')}; the file has ${found.sheets.length}`);
  }
  const { mapping, needs, unknown } = applyOptions(found, parsed, sheet !== null);
  if (unknown.length > 0) return fail(`no such column: ${unknown.join(', ')}`);
  const again =
    mapping === null
      ? found
      : await reader.read(bytes, { ...first, sheet: found.sheet, mapping }, counters, today);
  if (again === 'busy' || 'refused' in again) throw new Error('the file was read otherwise the second time');
  const read = { ...again, numbers: mapping === null ? null : again.numbers };
  const known = new Set(counters.flatMap(({ code, name }) => [code, foldText(name)]));
  const names = new Set(read.numbers?.entries.map(({ name }) => name ?? '').filter(Boolean));
  const unknownNames = [...names].filter((name) => !known.has(foldText(name)));
  if ((read.numbers?.states.length ?? 0) > 0) needs.push('states');
  if (unknownNames.length > 0) needs.push('names');
  if (has('json')) print(JSON.stringify({ ...read, needs }));
  else for (const line of describe(read, needs, unknownNames)) print(line);
  return needs.length === 0 && (read.numbers?.bad.length ?? 0) === 0 ? 0 : 1;
};

/** Applies the options to the proposed reading of the file; returns the questions that are still open. */
function applyOptions(found: ReadImport, { has, text }: ParsedCommand, isSheetChosen: boolean) {
  const unknown: string[] = [];
  const find = (name: 'date' | 'count' | 'counter'): number | null => {
    const typed = text(name);
    if (typed === null) return null;
    const column = found.columns.find(
      ({ letters, heading }) => letters === typed.toUpperCase() || foldText(heading) === foldText(typed),
    );
    if (column === undefined) unknown.push(typed);
    return column?.index ?? null;
  };
  const { proposal } = found;
  const isOrderChosen = has('day-first') || has('month-first');
  const date = find('date') ?? proposal.date;
  const count = text('count') === 'none' ? null : find('count');
  const kind = text('count') === null ? proposal.kind : text('count') === 'none' ? 'dossiers' : 'totals';
  const counts = text('count') === null ? proposal.counts : count === null ? [] : [count];
  const dayOrder = isOrderChosen ? (has('month-first') ? 'month-first' : 'day-first') : proposal.dayOrder;
  const counter =
    text('counter') === null ? proposal.counter : text('counter') === 'none' ? null : find('counter');
  const needs = proposal.needs.filter((need: Need) => {
    if (need === 'sheet') return !isSheetChosen;
    if (need === 'date') return date === null;
    if (need === 'unfamiliar') return !has('texts-read');
    if (need === 'kind') return text('count') === null;
    if (need === 'count') return counts === null || (counts.length === 0 && kind !== 'dossiers');
    return dayOrder === null;
  });
  const until = date === proposal.date ? proposal.until : null;
  const id = kind === 'dossiers' ? proposal.id : null;
  const mapping = settledMapping({ ...proposal, kind, date, until, counter, counts, id, dayOrder, needs });
  return { mapping, needs, unknown };
}

/** Message for each open question, with the option that answers it. Some can only be answered on the web page. */
const NEEDS: Readonly<Record<Need, string>> = {
  sheet: 'several sheets have days: --sheet N',
  kind: 'what a row is: --count COLUMN where it holds a number, --count none where it is a dossier',
  date: 'which day counts: --date COLUMN',
  count: 'which column holds the number: --count COLUMN',
  'day-order': 'days can be read both ways: --day-first or --month-first',
  unfamiliar: 'whether these texts change what the rows mean: --texts-read if they do not',
  states: 'whether these texts of columns count; the page asks:',
  names: 'which counters these names are; the page asks:',
};

/** For files with weeks or quarters instead of days, or with a column for each day. */
const NO_DAYS =
  'no column has days: put them into one column, or the first and the last day of periods into two';

function describe(read: ReadImport, needs: readonly Need[], unknownNames: readonly string[]): string[] {
  const name = (column: number) =>
    `${read.columns[column]?.letters} "${read.columns[column]?.heading ?? ''}"`;
  const candidates = (kind: string, list: ReadImport['proposal']['dates']) =>
    list.map(({ column, reason }) => {
      const { filled, days, spans, counts, examples } = read.columns[column] as ReadImport['columns'][number];
      const cells = `${filled} filled, ${days + spans} days, ${counts} counts; ${examples.join(' | ')}`;
      return `  ${kind} ${name(column)}: ${reason}; ${cells}`;
    });
  const lines = [
    `format: ${read.format}`,
    ...read.sheets.map(
      ({ name, rows }, index) =>
        `sheet ${index + 1}${index === read.sheet ? ' *' : ''}: "${name}", ${rows} rows`,
    ),
    `headings: row ${read.headingRow}`,
    'candidates:',
    ...candidates('date', read.proposal.dates),
    ...candidates('counter', read.proposal.counters),
    ...candidates('count', read.proposal.countColumns),
  ];
  const { mapping, numbers } = read;
  const isWithoutDays = read.proposal.dates.length === 0;
  if (mapping === null || numbers === null)
    return [
      ...lines,
      ...read.proposal.unfamiliar.map(({ text }) => `text: "${text}"`),
      ...needs.map((need) => (isWithoutDays && need === 'date' ? NO_DAYS : NEEDS[need])),
      `needs: ${needs.join(', ')}`,
    ];
  const { leftOut } = numbers;
  return [
    ...lines,
    `read as: ${mapping.kind}, date ${name(mapping.date)}${mapping.until === null ? '' : ` to ${name(mapping.until)}`}, ` +
      `counter ${mapping.counter === null ? (mapping.kind === 'counters' ? mapping.counts.map(name).join(', ') : 'none (whole unit)') : name(mapping.counter)}` +
      `${mapping.kind === 'totals' ? `, count ${mapping.counts.map(name).join(', ')}` : ''}, ${mapping.dayOrder}`,
    ...numbers.entries.map(
      ({ from, to, name, n }) => `${from}${to === from ? '' : `..${to}`}  ${name ?? 'whole unit'}  ${n}`,
    ),
    `left out: ${leftOut.unfinished.length} not finished, ${leftOut.repeated.length} repeated, ${leftOut.totals.length} totals, ${leftOut.notes.length} notes`,
    ...(['unfinished', 'repeated', 'totals', 'notes'] as const)
      .filter((kind) => leftOut[kind].length > 0)
      .map((kind) => `  ${kind}: rows ${leftOut[kind].join(', ')}`),
    ...numbers.bad.map(
      ({ row, column, code, value }) =>
        `bad: row ${row}, column ${column}: ${code}${value === '' ? '' : ` (${value})`}`,
    ),
    `total: ${numbers.entries.reduce((sum, { n }) => sum + n, 0)}`,
    ...numbers.states.map(({ heading, text, n }) => `state: "${text}" in "${heading}", ${n} rows`),
    ...unknownNames.map((name) => `name: "${name}" is no counter`),
    ...(needs.length === 0 ? [] : [`needs: ${needs.join(', ')}`]),
  ];
}
