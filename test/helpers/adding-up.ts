import { parse } from 'csv-parse/sync';
import { filesVi } from '../../web/messages/files.vi.ts';
import { staffVi } from '../../web/messages/staff.vi.ts';
import { figuresOf, readAllRecords, readDocument } from './office-file.ts';
import { readRows, readText } from './page-tables.ts';

// Checks that numbers of ballots which a reader can add up equal that of the whole report. Pages, files and JSON are
// read as text, so that a fault in the types of the server cannot hide one here.

/** A sum that was read (`is`) and the number that it must equal. */
export interface Sum {
  readonly name: string;
  readonly is: number;
  readonly shouldBe: number;
}

export const faultsIn = (where: string, sums: readonly Sum[]): string[] =>
  sums.flatMap(({ name, is, shouldBe }) =>
    is === shouldBe ? [] : [`${where}: ${name}: ${is} ≠ ${shouldBe}`],
  );

export const sum = (numbers: readonly (number | null | undefined)[]): number =>
  numbers.reduce<number>((total, n) => total + (n ?? 0), 0);

type Rows = readonly Readonly<Record<string, number | null>>[];

/** The report's JSON as a program outside the project would declare it. */
interface Json {
  readonly ballots: Readonly<Record<string, number>>;
  readonly indicator: Readonly<Record<string, number | null>>;
  readonly channels: Rows;
  readonly respondents: Rows;
  readonly fields: Rows;
  readonly counters: Rows;
  readonly survey: Rows;
  readonly set_aside: { readonly by_reason: Rows };
  readonly questions: readonly {
    readonly id: string;
    readonly n: number;
    readonly not_asked: number;
    readonly counts: Readonly<Record<string, number>> | null;
  }[];
}

export function sumsOfJson(json: string): Sum[] {
  const report = JSON.parse(json) as Json;
  const { ballots, indicator, channels, respondents, fields, counters, questions, survey } = report;
  const list = (items: Rows, figure: string): number => sum(items.map((item) => item[figure]));
  const { received, carried_in, counted, set_aside: aside, pending } = ballots;
  const { numerator, denominator, neutral, dissatisfied } = indicator;
  const n = denominator ?? 0;
  const row = (name: string, is: number | undefined, shouldBe: number | null | undefined): Sum => ({
    name,
    is: is ?? Number.NaN,
    shouldBe: shouldBe ?? Number.NaN,
  });
  return [
    row('counted', counted, n),
    row('levels of the headline', sum([numerator, neutral, dissatisfied]), n),
    row('counters', list(counters, 'denominator'), n),
    row('satisfied of counters', list(counters, 'numerator'), numerator ?? 0),
    row('channels', list(channels, 'counted'), n),
    row('kinds', list(respondents, 'counted'), n),
    row('satisfied of kinds', list(respondents, 'numerator'), numerator ?? 0),
    row('fields', list(fields, 'counted'), n),
    row('satisfied of fields', list(fields, 'numerator'), numerator ?? 0),
    row('reasons', list(report.set_aside.by_reason, 'n'), aside),
    row('waiting at counters', list(counters, 'pending'), pending),
    row('the account', sum([received, carried_in]), sum([counted, aside, pending])),
    ...(survey.every((one) => one.counted !== null) ? [row('surveys', list(survey, 'counted'), n)] : []),
    ...questions.flatMap(({ id, n: answers, counts, not_asked }) => {
      if (counts === null) return [];
      const { na = 0, skipped = 0, ...levels } = counts;
      return [
        row(`levels of ${id}`, sum(Object.values(levels)), answers),
        row(`all ballots of ${id}`, answers + na + skipped + not_asked, n),
      ];
    }),
  ];
}

/** Thousands are separated by dots: `1.234` is 1234. */
const numbersIn = (text: string): number[] =>
  [...text.matchAll(/\d{1,3}(?:\.\d{3})+|\d+/g)].map(([found]) => Number(found.replaceAll('.', '')));

/** Heading of the first column of the tables whose last column must add up to all counted ballots. */
const PARTS: readonly string[] = [
  staffVi.channels.column,
  staffVi.counters.column,
  ...Object.values(staffVi.respondents.columns),
];

/**
 * Sums of a page with figures. `expected` is the number of counted ballots in the JSON, 0 if suppressed;
 * null: not checked.
 */
export function sumsOfPage(html: string, expected: number | null = null): Sum[] {
  const text = readText(html.slice(html.indexOf('<main')));
  const sums: Sum[] = [];
  const headline =
    /([\d.]+) phiếu ([\d.]+) hài lòng ([\d.]+) bình thường ([\d.]+) không hài lòng/.exec(text) ?? [];
  const [n = 0, ...levels] = headline.slice(1).map((found) => Number(found.replaceAll('.', '')));
  if (expected !== null) sums.push({ name: 'ballots of the headline', is: n, shouldBe: expected });
  if (headline.length > 0) sums.push({ name: 'levels of the headline', is: sum(levels), shouldBe: n });
  const [account = '', left = '', right = ''] =
    /(Đã nhận [^=]+)=((?: \+? ?[\d.]+ (?:tính|không tính|chờ))+)/.exec(text) ?? [];
  if (account !== '')
    sums.push({ name: 'the account', is: sum(numbersIn(left)), shouldBe: sum(numbersIn(right)) });
  const part = (word: string) => sum(numbersIn(new RegExp(`([\\d.]+) ${word}`).exec(right)?.[1] ?? ''));
  if (account !== '' && n > 0) sums.push({ name: 'counted in the account', is: part('tính'), shouldBe: n });
  for (const [table] of html.matchAll(/<table class="figures[^"]*">[\s\S]*?<\/table>/g)) {
    const column = readText(/<th scope="col">([\s\S]*?)<\/th>/.exec(table)?.[1] ?? '');
    const rows = readRows(table);
    // The last cell of a row ends with its number of ballots, or has no number.
    const total = sum(rows.map(({ cells }) => lastNumber(cells.at(-1))));
    if (PARTS.includes(column)) sums.push({ name: column, is: total, shouldBe: n });
    if (column === staffVi.setAside.column)
      sums.push({ name: column, is: total, shouldBe: part('không tính') });
    if (column !== staffVi.questions.column) continue;
    for (const { name, cells } of rows) {
      if (cells.length < 7) continue;
      sums.push({ name, is: sum(cells.flatMap(numbersIn)), shouldBe: n });
    }
  }
  return sums;
}

/** `18 trong 22 phiếu` and `22 phiếu` both give 22. */
function lastNumber(text = ''): number {
  const [, digits = ''] = /^(?:[\d.]+ trong )?([\d.]+)(?: phiếu)?$/.exec(text) ?? [];
  return sum(numbersIn(digits));
}

/** `n` counted and `aside` set-aside ballots are the numbers in the JSON. */
export function sumsOfCsv(csv: string, n: number, aside: number): Sum[] {
  const rows = parse(csv, { columns: true }) as Record<string, string>[];
  const of = (part: string, figure: string): number =>
    sum(rows.filter((row) => row.part === part && row.figure === figure).map(({ value }) => Number(value)));
  return [
    ...(
      [
        ['channels', 'counted'],
        ['respondents', 'counted'],
        ['fields', 'counted'],
        ['counters', 'denominator'],
      ] as const
    ).map(([part, figure]) => ({ name: part, is: of(part, figure), shouldBe: n })),
    { name: 'set_aside', is: of('set_aside', 'n'), shouldBe: aside },
    { name: 'set_aside total', is: of('set_aside', 'total'), shouldBe: aside },
  ];
}

const ANSWERS = ['level_1', 'level_2', 'level_3', 'level_4', 'level_5', 'na', 'skipped', 'not_asked'];

export function sumsOfXlsx(bytes: ArrayBuffer, n: number, aside: number): Sum[] {
  const sheets = readAllRecords(new Uint8Array(bytes));
  const names = filesVi.sheets;
  const column = (sheet: string, name: string): number =>
    sum((sheets[sheet] ?? []).map((row) => Number(row[name] ?? 0)));
  const questions = (sheets[names.questions] ?? []).filter((row) => row.level_1 !== null);
  return [
    {
      name: names.headline,
      is: Number(figuresOf(sheets[names.headline])['indicator.denominator'] ?? 0),
      shouldBe: n,
    },
    { name: names.counters, is: column(names.counters, 'denominator'), shouldBe: n },
    { name: names.channels, is: column(names.channels, 'counted'), shouldBe: n },
    ...Object.values(staffVi.respondents.columns)
      .filter((name) => name in sheets)
      .map((name) => ({ name, is: column(name, 'denominator'), shouldBe: n })),
    { name: names.setAside, is: column(names.setAside, 'set_aside'), shouldBe: aside },
    ...questions.map((row) => ({
      name: String(row.question),
      is: sum(ANSWERS.map((answer) => Number(row[answer] ?? 0))),
      shouldBe: n,
    })),
  ];
}

/** Received, counted, set-aside and pending ballots in the file for the office above. */
export function sumsOfUpwardRow(bytes: ArrayBuffer): Sum[] {
  const [row = {}] = Object.values(readAllRecords(new Uint8Array(bytes)))[0] ?? [];
  const number = (name: string) => Number(row[name] ?? Number.NaN);
  return [
    {
      name: 'the account',
      is: number('received') + number('carried_in'),
      shouldBe: number('counted') + number('set_aside') + number('pending'),
    },
  ];
}

/** Sums of the column of ballots in each table of the Word draft. */
export function sumsOfDocument(bytes: ArrayBuffer, n: number): Sum[] {
  const { tables } = readDocument(new Uint8Array(bytes));
  return tables.flatMap(([heads = [], ...rows]) => {
    if (!PARTS.includes(heads[0] ?? '')) return [];
    const at = heads.indexOf(staffVi.counters.ballots);
    return [{ name: heads[0] ?? '', is: sum(rows.map((row) => lastNumber(row[at]))), shouldBe: n }];
  });
}
