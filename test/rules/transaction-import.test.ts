import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { foldText } from '../../server/lib/fold-text.ts';
import { judgeOrder } from '../../server/transactions/import/judge-order.ts';
import { parseDayCell } from '../../server/transactions/import/parse-cell.ts';
import { settledMapping } from '../../server/transactions/import/propose-mapping.ts';
import { decodeText } from '../../server/transactions/import/read-file.ts';
import { readImport } from '../../server/transactions/import/read-import.ts';
import { LIMITS } from '../../server/transactions/import/sheet.ts';
import type { Mapping } from '../../web/types/transaction-import.ts';
import { IMPORT_CASES, sayImport } from '../helpers/import-cases.ts';
import { BROKEN_EXPORTS, EXPORT_COUNTERS, GOOD_EXPORTS } from '../helpers/one-stop-exports.ts';
import { hasProgram } from '../helpers/other-programs.ts';
import { makeFolder } from '../helpers/temporary-folder.ts';
import { encodeUtf16, encodeWindows1258, makeXlsx, serialOf } from '../helpers/xlsx-file.ts';

const TODAY = '2026-11-30';
const NOTHING = { fileName: '', unit: '', sheet: null, headingRow: null, mapping: null, remembered: {} };
const read = (bytes: Uint8Array, mapping: Mapping | null = null) =>
  readImport(bytes, { ...NOTHING, mapping }, EXPORT_COUNTERS, TODAY);
/** Reads a file as day first with harmless texts, the answers of a person who is asked only for these. */
async function readDayFirst(bytes: Uint8Array) {
  const found = await read(bytes);
  if ('refused' in found || !/^((,?day-order|,?unfamiliar)+)$/.test(found.proposal.needs.join()))
    return found;
  return read(bytes, settledMapping({ ...found.proposal, dayOrder: 'day-first', needs: [] }));
}
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('exports of one-stop systems', () => {
  test('name counters in no more characters than an answer about them may have', async () => {
    const long = `Quầy ${'tiếp nhận hồ sơ '.repeat(14)}`.trim();
    const days = ['13/11/2026;4;5', '14/11/2026;6;7', '16/11/2026;8;9'].join('\n');
    const asked = await read(utf8(`Ngày;${long};Đất đai\n${days}`));
    if ('refused' in asked) throw new Error(asked.refused);
    const answers = { kind: 'counters' as const, date: 0, counts: [1, 2], needs: [] };
    const found = await read(
      utf8(`Ngày;${long};Đất đai\n${days}`),
      settledMapping({ ...asked.proposal, ...answers }),
    );
    const names = 'refused' in found ? [] : (found.numbers?.entries ?? []).map(({ name }) => name ?? '');
    expect([...new Set(names)]).toEqual([long.slice(0, 120), 'Đất đai']);
  });

  test.each(GOOD_EXPORTS)('$name', async ({ bytes, says }) => {
    expect(sayImport(await readDayFirst(bytes))).toBe(says);
  });

  test.each(GOOD_EXPORTS)('$name: nothing is asked the second time', async ({ bytes }) => {
    const first = await readDayFirst(bytes);
    if ('refused' in first || first.mapping === null) return;
    const texts = first.numbers?.states.map(({ text }) => [foldText(text), 'counts'] as const) ?? [];
    const mapping = { ...first.mapping, texts: Object.fromEntries(texts) };
    const remembered = { [first.fingerprint]: mapping };
    const next = await readImport(bytes, { ...NOTHING, remembered }, EXPORT_COUNTERS, TODAY);
    // An order that no number above 12 proves is asked about each time.
    if ('refused' in next || next.proposal.needs.includes('day-order')) return;
    expect(next).toMatchObject({ isRemembered: true, numbers: { states: [] } });
  });

  test.each(BROKEN_EXPORTS)('$name', async ({ bytes, says }) => {
    expect(sayImport(await readDayFirst(bytes))).toBe(says);
  });
});

describe('files that were once read wrongly or refused', () => {
  const folder = 'test/cases/import';

  test('have each a line that says what is right', () => {
    expect(
      readdirSync(folder)
        .filter((name) => name !== 'README.md')
        .sort(),
    ).toEqual(Object.keys(IMPORT_CASES).sort());
  });

  test.each(Object.entries(IMPORT_CASES))('%s', async (name, says) => {
    const bytes = new Uint8Array(readFileSync(`${folder}/${name}`));
    expect(sayImport(await (says.startsWith('needs') ? read : readDayFirst)(bytes))).toBe(says);
  });
});

describe('what would count too much or too little in silence', () => {
  const head = 'Mã hồ sơ;Ngày trả kết quả;Trạng thái\n';
  const good = 'H1;02/12/2024;Đã trả\nH2;13/12/2024;Đã trả\n';
  const counted = '2024-12-02 - 1; 2024-12-13 - 1';

  test.each(['chưa quá hạn', 'Đã trả, chưa trễ hạn', 'Không bị quá hạn', 'Đúng hạn'])(
    'a finished dossier with the state "%s" counts',
    async (state) => {
      expect(sayImport(await readDayFirst(utf8(head + good.replaceAll('Đã trả', state))))).toBe(counted);
    },
  );

  test.each([
    ['a dossier that was cancelled', `${head}${good}H3;13/12/2024;Đã hủy\n`, `${counted}; state "Đã hủy" 1`],
    ['a dossier that was rejected', `${head}${good}H3;13/12/2024;Từ chối\n`, `${counted}; state "Từ chối" 1`],
    ['a day to come', `${head}${good}H3;13/12/2027;Đã trả\n`, `${counted}; unlikely-day B4`],
    ['a day of another age', `${head}${good}H3;13/12/2004;Đã trả\n`, `${counted}; unlikely-day B4`],
    ['a dossier without an id', `${head}${good};13/12/2024;Đã trả\n`, `${counted}; id-missing A4`],
    [
      'an id in other letters',
      `${head}${good}h2;13/12/2024;Đã trả\nH\u200b1;02/12/2024;Đã trả\n`,
      `${counted}; repeated 4,5`,
    ],
    ['a separator inside a cell', `${head}${good}H3;x;13/12/2024;Đã trả\n`, `${counted}; too-many-cells D4`],
    ['a quote that is never closed', `${head}${good}"H3;13/12/2024;Đã trả\n`, 'refused broken-quotes 4'],
    [
      'spans that overlap',
      'Từ ngày;Đến ngày;Số lượng\n02/12/2024;08/12/2024;5\n06/12/2024;13/12/2024;7\n',
      '2024-12-02..2024-12-08 - 5; overlap A3',
    ],
    [
      'a total under another word',
      'Ngày;Số lượng\n02/12/2024;5\n13/12/2024;7\nToàn xã;12\n',
      '2024-12-02 - 5; 2024-12-13 - 7; totals 4',
    ],
  ])('%s is named', async (_, text, says) => {
    expect(sayImport(await readDayFirst(utf8(text)))).toBe(says);
  });
});

const TOTALS: Mapping = {
  kind: 'totals',
  date: 0,
  until: null,
  counter: null,
  counts: [1],
  id: null,
  dayOrder: 'day-first',
  texts: {},
  confirmed: [],
  trusted: [],
  names: {},
};

describe('rows that would count twice, or that nobody sees in the sheet', () => {
  const head = ['Ngày', 'Số lượt'];
  const days = (counts: readonly number[]): [string, number][] =>
    counts.map((n, index) => [`${String(index + 2).padStart(2, '0')}/12/2024`, n]);
  const csv = (rows: readonly (readonly (string | number)[])[]) =>
    utf8(rows.map((row) => row.join(';')).join('\n'));

  test.each([
    ['hidden', { hiddenRows: [3, 5] }, 'hidden-row A3,hidden-row A5'],
    ['struck out', { struckRows: [4] }, 'struck-out A4'],
    ['of no height', { flatRows: [2] }, 'hidden-row A2'],
  ])('a row that is %s', async (_, marks, says) => {
    const rows = [head, ...days([4, 7, 9, 12])];
    const left = days([4, 7, 9, 12]).filter((_, index) => !says.includes(`A${index + 2}`));
    const counted = left.map(([day, n]) => `${day.split('/').reverse().join('-')} - ${n}`).join('; ');
    expect(sayImport(await readDayFirst(makeXlsx([{ rows, ...marks }])))).toBe(
      [counted, ...says.split(',')].join('; '),
    );
  });

  test.each([
    ['on the last day', [...days([4, 7, 9]), ['31/12/2024', 20]], 'looks-like-sum A5'],
    ['on the first day', [...days([3, 0, 8, 5]), ['01/12/2024', 16]], 'looks-like-sum A6'],
    [
      'of two sections',
      [
        ...days([2, 5, 6]),
        ['20/12/2024', 13],
        ['21/12/2024', 1],
        ['22/12/2024', 2],
        ['23/12/2024', 9],
        ['24/12/2024', 12],
      ],
      'looks-like-sum A5; looks-like-sum A9',
    ],
  ])('a sum without a word for it, %s', async (_, rows, says) => {
    const said = sayImport(await readDayFirst(csv([head, ...rows])));
    expect(said.slice(-says.length)).toBe(says);
  });

  test.each(['\u03a3', 'Cộng Quầy 1', '2 quầy', 'Cộng lĩnh vực Đất đai'])(
    'a sum that is called "%s"',
    async (name) => {
      const rows = [
        ['Lĩnh vực', ...head],
        ['Đất đai', '02/12/2024', 5],
        [name, '', 5],
      ];
      expect(sayImport(await readDayFirst(csv(rows)))).toContain('totals 3');
    },
  );

  test('a sum over counters that is empty for a counter with nothing', async () => {
    const rows = [
      ['Ngày', 'Tư pháp – hộ tịch, chứng thực', 'Đất đai – xây dựng'],
      ...[4, 6, 9].map((n, index) => [`0${index + 2}/12/2024`, n, index === 0 ? 0 : '']),
      ['31/12/2024', 19, ''],
    ];
    expect(sayImport(await readDayFirst(csv(rows)))).toContain('looks-like-sum A5');
  });

  test.each([
    ['indented', { indentedRows: [3, 4, 6] }, ''],
    ['grouped', { groupedRows: [3, 4, 6] }, ''],
    ['after spaces', {}, '   '],
    ['after a space that does not break', {}, '\u00a0'],
  ])('parts of the row above that are only %s', async (_, marks, before) => {
    const rows = [
      ['Lĩnh vực', ...head],
      ['Hộ tịch', '02/12/2024', 9],
      [`${before}Khai sinh`, '02/12/2024', 5],
      [`${before}Khai tử`, '02/12/2024', 4],
      ['Đất đai', '02/12/2024', 6],
      [`${before}Đăng ký lần đầu`, '02/12/2024', 6],
    ];
    const mapping = { ...TOTALS, date: 1, counter: 0, counts: [2] };
    const says = '2024-12-02 Hộ tịch 9; 2024-12-02 Đất đai 6; other-shape B3; other-shape B4; other-shape B6';
    expect(sayImport(await read(makeXlsx([{ rows, ...marks }]), mapping))).toBe(says);
    if (before !== '') expect(sayImport(await read(csv(rows), mapping))).toBe(says);
  });

  test('a list that is indented as a whole, or names of people by chance, are ordinary rows', async () => {
    const rows = [['  Ngày', '  Số lượt'], ...days([4, 9]).map(([day, n]) => [`  ${day}`, n])];
    expect(sayImport(await readDayFirst(csv(rows)))).toBe('2024-12-02 - 4; 2024-12-03 - 9');
    const people = [dossier(1, 'Trần A'), dossier(2, '  Lê B'), dossier(3, 'Vũ C')];
    expect(sayImport(await read(list(people, 'Người nộp')))).not.toContain('other-shape');
  });

  test.each([
    ['Số lượt (chục)', null, 'needs kind date'],
    ['Số hồ sơ [trăm]', null, 'needs kind date'],
    ['Số lượt', 'ĐVT: chục hồ sơ', 'needs unfamiliar'],
    ['Số lượt', 'Đơn vị tính: nghìn lượt', 'needs unfamiliar'],
    ['Số lượt (lượt)', 'ĐVT: hồ sơ', ''],
    ['Số lượt (3)', 'Đơn vị tính: Lượt giao dịch', ''],
  ])('numbers in another unit: "%s" below "%s"', async (heading, title, says) => {
    const rows = [
      ...(title === null ? [] : [[title]]),
      ['Ngày', heading],
      ['21/10/2024', 4],
      ['22/10/2024', 6],
    ];
    const said = sayImport(await read(csv(rows)));
    expect(said).toBe(says || '2024-10-21 - 4; 2024-10-22 - 6');
  });

  test('a year that is followed by the day is asked about', async () => {
    const rows = [head, ['2024-03-10', 4], ['2024-11-10', 6], ['2024-25-10', 9]];
    const found = await read(csv(rows));
    expect(sayImport(found)).toBe('needs day-order');
    if ('refused' in found) throw new Error(found.refused);
    const mapping = settledMapping({ ...found.proposal, dayOrder: 'swapped', needs: [] });
    expect(sayImport(await read(csv(rows), mapping))).toBe('2024-10-03 - 4; 2024-10-11 - 6; 2024-10-25 - 9');
  });

  test('parts of the row above', async () => {
    const rows = [
      ['Lĩnh vực', ...head],
      ['Hộ tịch', '02/12/2024', 8],
      ['- Khai sinh', '02/12/2024', 5],
      ['– Khai tử', '02/12/2024', 3],
      ['Đất đai', '02/12/2024', 4],
    ];
    const found = await read(csv(rows), { ...TOTALS, date: 1, counter: 0, counts: [2] });
    expect(sayImport(found)).toBe(
      '2024-12-02 Hộ tịch 8; 2024-12-02 Đất đai 4; other-shape B3; other-shape B4',
    );
  });

  const formula = (text: string, value: number) => ({ formula: text, value: String(value) });

  test.each([
    ['a sum', 'SUM(B2:B4)', 26],
    ['a sum of one row', 'SUM(B4:B4)', 14],
    ['an average that is rounded', 'ROUND(AVERAGE($B$2:$B$4),0)', 9],
    ['a sum of what is shown', 'SUBTOTAL(9,B2:B4)', 26],
    ['several rows added', 'B2+B4', 19],
    ['the greatest of them', 'MAX(B2:B4)', 14],
  ])('a formula over rows, %s, in a row with a day', async (_, text, value) => {
    const rows = [head, ...days([5, 7, 14]), ['23/12/2024', formula(text, value)]];
    expect(sayImport(await readDayFirst(makeXlsx([{ rows }])))).toBe(
      '2024-12-02 - 5; 2024-12-03 - 7; 2024-12-04 - 14; looks-like-sum A5',
    );
  });

  test('a formula over columns is a number like any other', async () => {
    const rows = [
      ['Ngày', 'Trực tiếp', 'Số lượt'],
      ...[4, 6, 3].map((n, index) => [
        `${index + 13}/12/2024`,
        n,
        formula(`SUM(B${index + 2}:B${index + 2})*2`, 2 * n),
      ]),
    ];
    expect(sayImport(await read(makeXlsx([{ rows }])))).not.toContain('looks-like-sum');
  });

  test.each([
    [[6, 11, 4, 9, 15], 9],
    [[2, 5, 8, 3, 12, 6], 6],
  ])('a mean without a word for it, of %o', async (counts, mean) => {
    const rows = [...days(counts), ['31/12/2024', mean]];
    expect(sayImport(await readDayFirst(csv([head, ...rows])))).toContain(
      `looks-like-sum A${counts.length + 2}`,
    );
  });

  test('a mean that is rounded, on a day apart', async () => {
    expect(
      sayImport(await readDayFirst(csv([head, ...days([6, 11, 4, 10, 15]), ['31/12/2024', 9]]))),
    ).toContain('looks-like-sum A7');
  });

  test('a day in another year than the others', async () => {
    const rows = [head, ['13/12/2024', 6], ['16/12/2023', 4], ['17/12/2024', 9]];
    expect(sayImport(await read(csv(rows)))).toContain('other-shape A3');
  });

  test.each([
    ['H2;H3', 'other-shape C3'],
    ['H2-H3', 'other-shape C3'],
    ['H2-HUY', 'other-shape C3'],
  ])('an id of another form than the others: %s', async (id, says) => {
    const rows = [dossier(1), [`"${id}"`, '12/10/2024', '14/10/2024'], dossier(3), dossier(4)];
    expect(sayImport(await read(list(rows)))).toContain(says);
  });

  test('a list without ids and names that is appended to itself', async () => {
    const rows = ['20/12/2024', '20/12/2024', '23/12/2024'].map((day) => [day, 'Đất đai – xây dựng']);
    const table = csv([['Ngày trả kết quả', 'Lĩnh vực', 'Ngày nhận'], ...rows, ...rows]);
    const found = await read(table, { ...TOTALS, kind: 'dossiers', counts: [] });
    expect(sayImport(found)).toBe('2024-12-20 - 2; 2024-12-23 - 1; repeated A5; repeated A6; repeated A7');
  });

  test.each([
    ['Tháng 11/2024', 'needs unfamiliar'],
    ['Năm 2023', 'needs unfamiliar'],
    ['Tháng 12 năm 2024', '2024-12-13 - 6; 2024-12-16 - 4'],
    ['Từ ngày 01/12/2024 đến ngày 31/12/2024', '2024-12-13 - 6; 2024-12-16 - 4'],
    ['Từ ngày 01/11/2024 đến ngày 30/11/2024', 'needs unfamiliar'],
    ['Ngày 03 tháng 01 năm 2025', '2024-12-13 - 6; 2024-12-16 - 4'],
  ])('a period in a title: %s', async (title, says) => {
    const rows = [[title], head, ['13/12/2024', 6], ['16/12/2024', 4]];
    expect(sayImport(await read(csv(rows)))).toBe(says);
  });

  test.each([
    [['2024-02-12', '2024-03-12', '2024-04-12'], 'needs day-order'],
    [['2024-12-02', '2024-12-03', '2024-12-04'], '2024-12-02 - 5; 2024-12-03 - 7; 2024-12-04 - 6'],
    [['2024-12-02T01:30:00', '2024-12-03T02:10:00'], 'needs unfamiliar'],
  ])('days that begin with the year: %o', async (texts, says) => {
    expect(sayImport(await read(csv([head, ...texts.map((text, n) => [text, [5, 7, 6][n] ?? 0])])))).toBe(
      says,
    );
  });

  test('a counter that has the same number every day has no mean', async () => {
    expect(sayImport(await readDayFirst(csv([head, ...days([8, 8, 9, 8, 8, 8, 8])])))).not.toContain('sum');
  });

  // A spreadsheet turned 2 and 5 December into 12 February and 12 May; 13 December, if present, stayed text.
  test.each([['13/12/2024'], []])(
    'days that Excel has swapped are asked about, beside %s',
    async (...texts) => {
      const dates = [serialOf('2024-02-12'), serialOf('2024-05-12'), ...texts];
      const bytes = makeXlsx([
        { rows: [head, ...dates.map((day, index) => [day, index + 3])], formats: { 0: 'day' } },
      ]);
      const found = await read(bytes);
      expect(sayImport(found)).toBe('needs day-order');
      if ('refused' in found) throw new Error(found.refused);
      expect(found.proposal.orders.at(-1)).toEqual({ order: 'swapped', days: ['2024-12-02', '2024-12-05'] });
      const mapping = settledMapping({ ...found.proposal, dayOrder: 'swapped', needs: [] });
      expect(sayImport(await read(bytes, mapping))).toBe(
        ['2024-12-02 - 3', '2024-12-05 - 4', ...texts.map(() => '2024-12-13 - 5')].join('; '),
      );
    },
  );

  test.each([
    [
      'at the bottom',
      [
        [20, 4],
        [21, 9],
        [28, 13],
      ],
      'A4',
    ],
    [
      'at the top',
      [
        [1, 31],
        [14, 8],
        [15, 17],
        [16, 6],
      ],
      'A2',
    ],
    [
      'in the middle',
      [
        [13, 5],
        [14, 6],
        [15, 21],
        [16, 10],
      ],
      'A4',
    ],
    [
      'of one day',
      [
        [13, 7],
        [30, 7],
      ],
      'A3',
    ],
  ])('a sum with a day, %s', async (_, rows, cell) => {
    const said = sayImport(await read(csv([head, ...rows.map(([day, n]) => [`${day}/10/2024`, n ?? 0])])));
    expect(said).toContain(`looks-like-sum ${cell}`);
  });

  const list = (rows: readonly (readonly string[])[], ...columns: string[]) =>
    csv([['Mã hồ sơ', 'Ngày nhận', 'Ngày trả', ...columns], ...rows]);
  const dossier = (n: number, ...more: string[]) => [
    `H${n}`,
    `${n + 10}/10/2024`,
    `${n + 12}/10/2024`,
    ...more,
  ];

  test.each([
    ['with a name for an id', ['Quầy số 1', '11/10/2024', '15/10/2024', '']],
    ['without the other day', ['H9', '', '15/10/2024', 'Trần B']],
    ['with nothing but a day', ['', '', '15/10/2024', '']],
  ])('a line of a group %s', async (_, line) => {
    const rows = [1, 2, 3, 4].map((n) => dossier(n, `Trần ${n}`));
    const said = sayImport(await read(list([...rows.slice(0, 2), line, ...rows.slice(2)], 'Người nộp')));
    expect(said).toContain('other-shape C4');
  });

  test.each([
    ['I', '1', '2', 'II', '1', '2'],
    ['1', '1.1', '1.2', '2', '2.1', '2.2'],
    ['1', '', '2', '3', '', '4'],
  ])('a line with another kind of number: %s, %s, %s, %s, %s, %s', async (...numbers) => {
    const rows = numbers.map((number, index) => [number, ...dossier(index)]);
    const said = sayImport(await read(csv([['STT', 'Mã hồ sơ', 'Ngày nhận', 'Ngày trả'], ...rows])));
    const usual = numbers.filter((number) => /^\d+$/.test(number)).length > 3 ? /^\d+$/ : /\./;
    for (const [index, number] of numbers.entries())
      expect(said.includes(`D${index + 2}`), number).toBe(!usual.test(number));
  });

  test.each([
    ['Trạng thái', 'Đã trả', 'Trả hồ sơ'],
    ['Mã trạng thái', '4', '9'],
    ['TT', 'T', 'H'],
    ['Kết luận', 'DONE', 'VOID'],
    ['Bước', 'Lưu kho', 'Dừng'],
    ['Rút hồ sơ', '', 'x'],
    ['Ghi chú', 'trả tại nhà', 'Công dân xin rút'],
    ['Hình thức', 'Trực tiếp', 'Đã hủy'],
    ['Kênh', 'Tại quầy', 'Chưa giải quyết'],
    ['Mức độ', 'Toàn trình', 'Chờ bổ sung'],
  ])('a state that nobody has explained, in a column "%s"', async (heading, good, other) => {
    const rows = [1, 2, 3, 4, 5].map((n) => dossier(n, n === 3 ? other : good));
    const found = await read(list(rows, heading));
    const text = heading.startsWith('Rút') ? '\u2026' : other;
    expect(sayImport(found)).toContain(`state "${text}" 1`);
  });

  test('columns that say nothing about the state are not asked about', async () => {
    const rows = [15, 16, 17, 18].map((day, index) => [
      `${day}/10/2024`,
      `T${index % 2}`,
      index % 2 ? 'Sáng' : 'Chiều',
      index + 3,
    ]);
    expect(sayImport(await read(csv([['Ngày', 'Thứ', 'Buổi', 'Số lượt'], ...rows])))).not.toContain('state');
  });

  test('a state under an unknown heading with a text for each dossier', async () => {
    const states = [
      'Xong sớm',
      'Xong',
      'Đã đưa dân',
      'Đang chờ ký',
      'Dân đã lấy',
      'Gửi bưu điện',
      'Trả tại xã',
      'Từ chối',
    ];
    const said = sayImport(
      await read(
        list(
          states.map((state, n) => dossier(n, state)),
          'Diễn biến',
        ),
      ),
    );
    expect(said).toContain('state "Đang chờ ký" 1');
    expect(said).toContain('state "Từ chối" 1');
    expect(said).not.toContain('state "Xong"');
  });

  test.each(['Tên thủ tục', 'Công việc', 'Loại việc', 'Yêu cầu'])(
    'names of procedures under "%s" may have any word',
    async (heading) => {
      const names = ['Hủy kết quả đăng ký', 'Bổ sung hộ tịch', 'Rút đơn', 'Tiếp nhận đơn thư', 'Đăng ký lại'];
      const said = sayImport(
        await read(
          list(
            names.map((name, n) => dossier(n, name)),
            heading,
          ),
        ),
      );
      expect(said).not.toContain('state');
    },
  );

  test('a state that only one of two dossiers has', async () => {
    const rows = [dossier(1, 'Đã trả'), dossier(2, '8')];
    expect(sayImport(await read(list(rows, 'Trạng thái')))).toBe('2024-10-13 - 1; state "8" 1');
  });

  test.each(['Đã hủy', '7', 'Chuyển cấp trên'])('a list whose only state is "%s"', async (state) => {
    expect(sayImport(await read(list([dossier(1, state), dossier(2, state)], 'Tình trạng')))).toBe(
      `state "${state}" 2`,
    );
  });

  test.each([
    [
      ['Lĩnh vực', 'Số lượng', 'Tháng'],
      ['Hộ tịch', '6', '16/10/2024'],
    ],
    [
      ['Tuần', 'Tổng', 'Từ ngày'],
      ['1', '9', '14/10/2024'],
    ],
  ])('a second table below, %o', async (second, row) => {
    expect(sayImport(await readDayFirst(list([dossier(1), dossier(2), [], second, row])))).toBe(
      '2024-10-13 - 1; 2024-10-14 - 1; other-section C6',
    );
  });

  test.each(['Danh sách hồ sơ đã hủy', 'HỒ SƠ CHƯA GIẢI QUYẾT', 'HỒ SƠ RÚT, HỦY', 'Danh sách từ chối'])(
    'a list called "%s" is asked about',
    async (title) => {
      expect(
        sayImport(
          await read(
            csv([[title], ['Mã hồ sơ', 'Ngày trả kết quả'], ['H1', '02/12/2024'], ['H2', '03/12/2024']]),
          ),
        ),
      ).toBe('needs day-order unfamiliar');
    },
  );

  test.each(['UBND XÃ THỦY XUÂN', 'Bộ phận tiếp nhận và trả kết quả', 'Người lập: Trần Văn Huy'])(
    'a list called "%s" is not',
    async (title) => {
      const rows = [
        [title],
        ['Mã hồ sơ', 'Ngày trả kết quả'],
        ['H1', '20/12/2024'],
        ['Thủy sản'],
        ['H2', '23/12/2024'],
      ];
      expect(sayImport(await readDayFirst(csv(rows)))).toBe('2024-12-20 - 1; 2024-12-23 - 1');
    },
  );

  test.each([
    ['Ngày trả kết quả (theo phiếu hẹn)', /^needs.* date/],
    ['Ngày trả [dự kiến]', /^needs.* date/],
    ['Ngày trả kết quả (dd-MM-yyyy HH:mm:ss)', /^2024-10-13 - 1/],
    ['Ngày trả (thực tế)', /^2024-10-13 - 1/],
  ])('words in the brackets of a heading belong to it: "%s"', async (heading, says) => {
    const rows = [1, 4].map((n) => [`H${n}`, `${n + 12}/10/2024`]);
    expect(sayImport(await read(csv([['Mã hồ sơ', heading], ...rows])))).toMatch(says);
  });

  test.each([
    ['Đã trả (tỷ đồng)', /^needs/],
    ['Hoàn thành (%)', /^needs/],
    ['Giải quyết xong (m)', /^needs/],
    ['Trả kết quả (VND)', /^needs/],
    ['Giải quyết (hồ sơ)', /^2024-10-13 - 5/],
    ['Đã trả (2)', /^2024-10-13 - 5/],
  ])('a unit in the brackets of a heading of numbers: "%s"', async (heading, says) => {
    const rows = [5, 8].map((n) => [`${n + 8}/10/2024`, n]);
    expect(sayImport(await read(csv([['Ngày', heading], ...rows])))).toMatch(says);
  });

  test('an id of thousands of signs is read in no time', async () => {
    const long = `${'-'.repeat(9_000)}x`;
    const rows = [1, 2, 3, 4].map((n) => [n === 3 ? long : `H${n}`, `${n + 12}/10/2024`]);
    const said = sayImport(await read(csv([['Mã hồ sơ', 'Ngày trả kết quả'], ...rows])));
    expect(said).toContain('2024-10-13 - 1');
  });

  test.each(['☐ Đã giải quyết', '✗ Hoàn thành', '× Xong', '❌ Đã trả'])(
    'a state behind a box: "%s"',
    async (state) => {
      const rows = [1, 2, 3, 4].map((n) => dossier(n, n === 3 ? state : '☑ Đã trả'));
      const said = sayImport(await read(list(rows, 'Trạng thái')));
      expect(said).toContain(`state "${state}" 1`);
      expect(said).not.toContain('state "☑');
    },
  );

  test.each([
    ['0" nghìn lượt"', /not-a-count B2; not-a-count B3/],
    ['#,##0,', /not-a-count B2; not-a-count B3/],
    ['[=9]"mất điện";0', /not-a-count B3/],
    ['#,##0" hồ sơ"', /^2024-10-13 - 1204; 2024-10-14 - 9$/],
    ['#,##0', /^2024-10-13 - 1204; 2024-10-14 - 9$/],
  ])('numbers in the format %s', async (numFmt, says) => {
    const cells = new Map([1204, 9].map((value, index) => [`${index + 1},1`, { value, style: { numFmt } }]));
    const rows = [
      ['Ngày', 'Số lượt'],
      ['13/10/2024', 1204],
      ['14/10/2024', 9],
    ];
    const bytes = await writeXlsx({ sheets: [{ name: 'T10', rows, cells }] });
    expect(sayImport(await read(bytes))).toMatch(says);
  });

  test.each([
    ['Hồ sơ tiếp nhận', /^needs/],
    ['Kế hoạch giao', /^needs/],
    ['Số lượt', /^2024-10-13 /],
    ['Chia theo quầy', /^2024-10-13 /],
  ])('counters below "%s"', async (upper, says) => {
    const [first = '', second = ''] = EXPORT_COUNTERS.map(({ name }) => name);
    const rows = [
      ['Ngày', upper, ''],
      ['', first, second],
      ...[13, 14].map((day) => [`${day}/10/2024`, day - 9, 3]),
    ];
    expect(sayImport(await read(makeXlsx([{ rows, merges: ['A1:A2', 'B1:C1'] }])))).toMatch(says);
  });

  test.each([
    ['II', 'Hồ sơ không đủ điều kiện', ''],
    ['B.', 'RÚT HỒ SƠ', '(2 hồ sơ)'],
    ['2', 'Hồ sơ chuyển trả', ''],
  ])('dossiers below a section "%s %s %s"', async (...section) => {
    const rows = [
      dossier(1, 'A'),
      ['I', 'Hồ sơ đã trả'],
      dossier(2, 'B'),
      [...section],
      dossier(3, 'C'),
      dossier(5, 'D'),
    ];
    const said = sayImport(await readDayFirst(list(rows, 'Người nộp')));
    expect(said).toContain('other-section C6; other-section C7');
    expect(said).toContain('2024-10-13 - 1; 2024-10-14 - 1;');
  });

  test.each(['Hồ sơ hủy', 'HS rút', 'Bị từ chối', 'Chưa trả', 'Không đạt'])(
    'marks under "%s"',
    async (heading) => {
      const rows = [1, 2, 3, 4].map((n) => dossier(n, n === 2 ? '✓' : ''));
      expect(sayImport(await read(list(rows, heading)))).toContain('state "\u2026" 1');
    },
  );

  test.each([
    ['Ghi chú', 'Trả về do thiếu giấy tờ'],
    ['Ghi chú', 'Hẹn lại thứ sáu'],
    ['Ghi chú', 'Rut ho so'],
    ['Họ tên', 'Trần Văn C (HỦY)'],
    ['Người nhận', 'Rút hồ sơ'],
    ['Loại kết quả', 'Đình chỉ'],
  ])('a remark under "%s" that says "%s"', async (heading, text) => {
    const rows = [1, 2, 3, 4, 5].map((n) => dossier(n, n === 4 ? text : `Trần Văn ${n}`));
    expect(sayImport(await read(list(rows, heading)))).toContain(`state "${text}" 1`);
  });

  test.each([
    'THONG KE HO SO TIEP NHAN',
    'Hồ sơ tồn tháng 10',
    'LỊCH HẸN',
    'Kế hoạch trả kết quả quý IV',
    'Hồ sơ trễ hẹn',
    'Số liệu lũy kế',
    'HỒ SƠ KHÔNG HỢP LỆ',
  ])('a table called "%s" is asked about, above and below', async (title) => {
    const rows = [head, ['21/10/2024', 8], ['22/10/2024', 3]];
    for (const sheet of [
      [[title], ...rows],
      [...rows, [title]],
    ])
      expect(sayImport(await read(csv(sheet)))).toBe('needs unfamiliar');
    const page = (more: string) =>
      utf8(
        `<html><body>${more}<table>${rows
          .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
          .join('')}</table></body></html>`,
      );
    expect(sayImport(await read(page(`<h2>${title}</h2>`)))).toBe('needs unfamiliar');
    expect(sayImport(await read(page('<h2>Báo cáo tháng 10</h2>')))).toBe('2024-10-21 - 8; 2024-10-22 - 3');
  });

  test.each(['Chung Thị Lan', 'Tổng công ty Hà Thành', 'Cộng đồng dân cư thôn 4'])(
    'the dossier of "%s" is no total',
    async (name) => {
      const rows = [dossier(1, 'Lê A'), dossier(2, name), dossier(3, 'Vũ B')];
      const named = rows.map(([id, ...days]) => [id ?? '', days.at(-1) ?? '', ...days.slice(0, -1)]);
      const said = sayImport(await read(csv([['Mã hồ sơ', 'Họ tên', 'Ngày nhận', 'Ngày trả'], ...named])));
      expect(said).toBe('2024-10-13 - 1; 2024-10-14 - 1; 2024-10-15 - 1');
    },
  );

  test('ditto marks are faults, and a note beside the table is a remark', async () => {
    const rows = [
      ['Mã hồ sơ', 'Ngày nhận', 'Ngày trả'],
      dossier(1),
      ['H2', '13/10/2024', '"'],
      ['H3', '13/10/2024', '〃'],
      dossier(4, 'xin rút'),
    ];
    expect(sayImport(await readDayFirst(makeXlsx([{ rows }])))).toBe(
      '2024-10-13 - 1; state "xin rút" 1; not-a-date C3; not-a-date C4',
    );
  });

  test('cumulative numbers are asked about, flat at the weekend or falling', async () => {
    for (const counts of [
      [3, 8, 8, 15, 21, 34],
      [61, 50, 50, 32, 20, 9],
    ])
      expect(sayImport(await readDayFirst(csv([head, ...days(counts)])))).toMatch(/^needs count/);
  });

  test('the same id of another person or day, and the same row without an id, are named', async () => {
    const repeated = [dossier(1, 'Lê A'), dossier(2, 'Vũ B'), ['H1', '12/10/2024', '14/10/2024', 'Trần C']];
    expect(sayImport(await read(list(repeated, 'Người nộp')))).toContain('repeated A4');
    const steps = [dossier(1, 'Lê A'), dossier(2, 'Vũ B'), dossier(1, 'Lê A')];
    expect(sayImport(await read(list(steps, 'Người nộp')))).toContain('repeated 4');
  });

  test('numbers beside some that are not finished are asked about, unless the heading says that they are', async () => {
    const table = (heading: string) =>
      csv([
        ['Ngày', heading, 'Chưa xong'],
        ['21/10/2024', 9, 2],
        ['22/10/2024', 5, 1],
      ]);
    expect(sayImport(await read(table('Số lượt')))).toContain('needs');
    expect(sayImport(await read(table('Số hồ sơ đã trả')))).toBe('2024-10-21 - 9; 2024-10-22 - 5');
  });

  test('a day of return before the day of receipt is a fault', async () => {
    const rows = [dossier(1), ['H9', '17/10/2024', '16/10/2024'], dossier(4)];
    expect(sayImport(await read(list(rows)))).toContain('before-received C3');
  });

  test('a total in words is compared with the rows; one since the start of the year is not', async () => {
    const rows = [dossier(1), dossier(2)];
    expect(sayImport(await read(list([...rows, ['Tổng số: 9 hồ sơ']])))).toContain('total-differs A4');
    expect(sayImport(await read(list([...rows, ['Tổng số: 2 hồ sơ']])))).not.toContain('total-differs');
    for (const [text, isRight] of [
      ['Tổng số hồ sơ: 2', true],
      ['Tổng cộng có 2 hồ sơ', true],
      ['Tổng hồ sơ là 7', false],
      ['Tổng cộng có 11 lượt', false],
      ['Tổng số tiền: 90.000', true],
    ] as const)
      expect(sayImport(await read(list([...rows, [text]]))).includes('total-differs'), text).toBe(!isRight);
    const year = csv([head, ...days([13, 20]), ['Cộng', 33], ['Lũy kế từ đầu năm', 870]]);
    expect(sayImport(await readDayFirst(year))).not.toContain('total-differs');
  });

  test('years that nobody types for "none yet" are faults', async () => {
    const rows = [dossier(1), ['H2', '13/10/2024', '14/10/1924'], ['H3', '13/10/2024', '01/01/1900']];
    const said = sayImport(await read(list(rows)));
    expect(said).toContain('no-such-day C3');
    expect(said).not.toContain('C4');
  });

  test('moments without a zone and weeks with one month are read', async () => {
    expect(sayImport(await read(csv([head, ['2024-10-21T08:30:00', 4], ['2024-10-22T16:05:09.5', 6]])))).toBe(
      '2024-10-21 - 4; 2024-10-22 - 6',
    );
    expect(
      sayImport(
        await read(
          csv([
            ['Tuần', 'Số lượt'],
            ['14-20/10/2024', 31],
          ]),
        ),
      ),
    ).toBe('2024-10-14..2024-10-20 - 31');
  });

  test('a second sheet that goes on without headings is asked about', async () => {
    const rows = (from: number) => [0, 1, 2].map((n) => [`${from + n}/10/2024`, 4 + n]);
    expect(sayImport(await read(makeXlsx([{ rows: [head, ...rows(14)] }, { rows: rows(21) }])))).toContain(
      'needs sheet',
    );
  });

  test('months under "Ngày" are asked about', async () => {
    expect(sayImport(await readDayFirst(csv([head, ['01/10/2024', 40], ['01/11/2024', 52]])))).toContain(
      'needs date',
    );
  });

  test('numbers that only rise are asked about', async () => {
    const rows = [4, 9, 10, 22, 31, 40].map((n, index) => [`${20 + index}/10/2024`, n]);
    expect(sayImport(await read(csv([head, ...rows])))).toBe('needs count');
    expect(sayImport(await read(csv([head, ...rows, ['26/10/2024', 39]])))).toContain('2024-10-26 - 39');
  });

  test('numbers are read as the sheet shows them', async () => {
    const rows = [head, [serialOf('2024-10-01'), 40], [serialOf('2024-11-01'), 52]];
    expect(sayImport(await read(makeXlsx([{ rows, formats: { 0: 'month' } }])))).toBe(
      '2024-10-01..2024-10-31 - 40; 2024-11-01..2024-11-30 - 52',
    );
    const shares = [head, [serialOf('2024-10-21'), 1], [serialOf('2024-10-22'), 1]];
    expect(sayImport(await read(makeXlsx([{ rows: shares, formats: { 0: 'day', 1: 'percent' } }])))).toBe(
      'not-a-count B2; not-a-count B3',
    );
  });

  test.each([
    [['1,500', '2,250'], 'unclear-count B2; unclear-count B3'],
    [['4.000', '7.000'], 'unclear-count B2; unclear-count B3'],
    [['1.015', '12'], '2024-10-21 - 1015; 2024-10-22 - 12'],
  ])('numbers with separators: %o', async (counts, says) => {
    expect(
      sayImport(await read(csv([head, ...counts.map((n, index) => [`${21 + index}/10/2024`, n])]))),
    ).toBe(says);
  });

  test.each([
    ['Tuần', '41/2024', 'needs date'],
    ['Tuần', 'Tuần 41', 'needs date'],
    ['Kỳ', 'Quý 4/2024', 'needs date'],
    ['Tuần', '10/2024', 'needs date'],
    ['Kỳ', '10/2024', '2024-10-01..2024-10-31 - 7'],
    ['Tuần', '14/10/2024-20/10/2024', '2024-10-14..2024-10-20 - 7'],
    ['Tuần', '14/10-20/10/2024', '2024-10-14..2024-10-20 - 7'],
  ])('a period "%s" written as %s', async (heading, text, says) => {
    expect(
      sayImport(
        await read(
          csv([
            [heading, 'Số lượt'],
            [text, 7],
          ]),
        ),
      ),
    ).toBe(says);
  });
});

describe('what stands outside the cells, or is of somebody else', () => {
  const head = ['Mã hồ sơ', 'Lĩnh vực', 'Ngày trả kết quả'];
  const [JUSTICE, LAND] = EXPORT_COUNTERS.map(({ name }) => name);
  const dossiers = [22, 22, 23, 28].map((day, n) => [`K${n}`, n === 2 ? LAND : JUSTICE, `${day}/05/2025`]);
  const COUNTED = `2025-05-22 ${JUSTICE} 2; 2025-05-23 ${LAND} 1; 2025-05-28 ${JUSTICE} 1`;
  const csv = (rows: readonly (readonly unknown[])[]) => utf8(rows.map((row) => row.join(';')).join('\n'));
  const readAs = (bytes: Uint8Array, fileName = '', unit = '') =>
    readImport(bytes, { ...NOTHING, fileName, unit }, EXPORT_COUNTERS, TODAY).then(sayImport);
  const write = (more: Partial<WriteSheet>) =>
    writeXlsx({ sheets: [{ name: 'Tháng 5', rows: [head, ...dossiers], ...more } as WriteSheet] });

  test.each([
    ['hs_huy_T5.xlsx', 'needs unfamiliar'],
    ['Danh sách hồ sơ từ chối.csv', 'needs unfamiliar'],
    ['HoSoTonDong.xls', 'needs unfamiliar'],
    ['luy-ke-5-thang.xlsx', 'needs unfamiliar'],
    ['ho so rut.xlsx', 'needs unfamiliar'],
    ['Thống kê hồ sơ đã trả T5 (2).xlsx', COUNTED],
    ['tiep-nhan-va-tra-ket-qua_0525.xlsx', COUNTED],
    ['Bao cao cua Huy.xlsx', 'needs unfamiliar'],
  ])('the file name "%s"', async (name, says) => {
    expect(await readAs(csv([head, ...dossiers]), name)).toBe(says);
  });

  test.each<[string, Partial<WriteSheet>, string]>([
    [
      'a page header',
      { headerFooter: { oddHeader: '&C&"Arial,Bold"&12HỒ SƠ BỊ TỪ CHỐI' } },
      'needs unfamiliar',
    ],
    ['the header of the first page', { headerFooter: { firstHeader: '&LTồn kỳ trước' } }, 'needs unfamiliar'],
    ['a page footer with numbers of pages', { headerFooter: { oddFooter: '&CTrang &P/&N' } }, COUNTED],
    [
      'a text box',
      { textBoxes: [{ text: 'Lịch hẹn tuần tới', anchor: { from: { row: 2, col: 5 } } }] },
      'needs unfamiliar',
    ],
    [
      'a text box with a name',
      { textBoxes: [{ text: 'Người lập: Ngô Thị Vân', anchor: { from: { row: 2, col: 5 } } }] },
      COUNTED,
    ],
    [
      'a comment on a heading',
      { cells: new Map([['0,2', { comment: { text: 'Dự kiến' } }]]) },
      'needs unfamiliar',
    ],
    [
      'a comment on a dossier',
      { cells: new Map([['3,0', { comment: { text: 'Bà con xin rút' } }]]) },
      `2025-05-22 ${JUSTICE} 2; 2025-05-28 ${JUSTICE} 1; state "Bà con xin rút" 1`,
    ],
    [
      'a comment on an empty cell beside a dossier',
      { cells: new Map([['4,6', { comment: { text: 'tạm dừng' } }]]) },
      `2025-05-22 ${JUSTICE} 2; 2025-05-23 ${LAND} 1; state "tạm dừng" 1`,
    ],
    [
      'a comment about something else',
      { cells: new Map([['1,1', { comment: { text: 'Quầy 2' } }]]) },
      `2025-05-22 ${JUSTICE} 1; 2025-05-23 ${LAND} 1; 2025-05-28 ${JUSTICE} 1; state "Quầy 2" 1`,
    ],
  ])('%s', async (_, more, says) => {
    expect(await readAs(await write(more))).toBe(says);
  });

  test('the texts because of which a question is asked are named', async () => {
    const found = await readImport(
      csv([['Ước tính quý II'], head, ...dossiers]),
      { ...NOTHING, fileName: 'hs-huy.csv' },
      EXPORT_COUNTERS,
      TODAY,
    );
    expect(found).toMatchObject({
      proposal: { unfamiliar: [{ text: 'hs huy' }, { text: 'Ước tính quý II' }] },
    });
  });

  test.each([
    'Ước thực hiện quý II',
    'Số liệu minh họa',
    'DỰ THẢO',
    'Chỉ tính hồ sơ nộp trực tuyến',
    'Giờ UTC',
    'ĐVT: 1.000 hồ sơ',
    'Lượt gọi tổng đài',
    'Chạy thử',
  ])('a title "%s" is asked about', async (title) => {
    expect(await readAs(csv([[title], head, ...dossiers]))).toBe('needs unfamiliar');
  });

  test.each([
    ['UBND XÃ CẨM THANH', 'needs unfamiliar'],
    ['Trung tâm phục vụ hành chính công phường An Hải', 'needs unfamiliar'],
    ['Đơn vị: xã Cẩm Kim', 'needs unfamiliar'],
    ['UBND phường Hội An Tây', COUNTED],
    ['UBND PHƯỜNG HỘI AN TÂY – THÀNH PHỐ ĐÀ NẴNG', COUNTED],
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', COUNTED],
    ['Thủ tục cấp xã tháng 5', COUNTED],
  ])('a list of "%s", read by UBND phường Hội An Tây', async (title, says) => {
    const bytes = csv([[title], head, ...dossiers]);
    expect(await readAs(bytes, '', 'UBND phường Hội An Tây, thành phố Đà Nẵng')).toBe(says);
    const isPlace = /(xã|phường|XÃ|PHƯỜNG) (?!HỘI CHỦ)\p{Lu}/u.test(title);
    expect(await readAs(bytes, '', 'Trung tâm một cửa')).toBe(isPlace ? 'needs unfamiliar' : COUNTED);
  });

  test('dossiers of another commune, in a column with the office but not in one with addresses', async () => {
    const places = ['UBND phường Hội An Tây', 'UBND xã Đại Lộc', '', 'phường Hội An Tây'];
    const table = (heading: string) =>
      csv([[...head, heading], ...dossiers.map((cells, n) => [...cells, places[n]])]);
    expect(await readAs(table('Đơn vị giải quyết'), '', 'Phường Hội An Tây')).toContain(
      'state "UBND xã Đại Lộc" 1',
    );
    expect(await readAs(table('Địa chỉ'), '', 'Phường Hội An Tây')).toBe(COUNTED);
  });

  const page = (styles: string, rows: readonly string[]) =>
    utf8(`<html><head><style>${styles}</style></head><body><table>${rows.join('')}</table></body></html>`);
  const tr = (cells: readonly unknown[], attributes = '') =>
    `<tr ${attributes}>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

  test.each([
    ['.off { display : none }', 'class="row off"'],
    ['tr.off, td.x { visibility: collapse }', "class='off'"],
    [
      '<!-- .a{color:red}\n.xl70\n{mso-style-parent:style0;\ntext-decoration:line-through;} -->',
      'class=xl70',
    ],
    ['#gone { display:none }', 'id="gone"'],
    ['', 'style="visibility: hidden"'],
    ['', "style='height:0px'"],
  ])('a row of HTML that is hidden or struck out by "%s"', async (styles, attributes) => {
    const rows = [tr(head), ...dossiers.map((cells, n) => tr(cells, n === 2 ? attributes : ''))];
    expect(await readAs(page(styles, rows))).toBe(
      styles === '' ? `2025-05-22 ${JUSTICE} 2; 2025-05-28 ${JUSTICE} 1` : 'needs unfamiliar',
    );
    const plain = [tr(head, 'class=h'), ...dossiers.map((cells) => tr(cells, 'class="xl65 row"'))];
    expect(await readAs(page('.h { height: 0.5pt } rt { display: none }', plain))).toBe(COUNTED);
  });

  test.each([
    [[6, '', '', 7, ''], '2025-05-06 - 3; 2025-05-07 - 2'],
    [[9, 8, '', '', 6, ''], '2025-05-06 - 2; 2025-05-08 - 3; 2025-05-09 - 1'],
  ])('days only in the first row of a group: %j', async (days, says) => {
    const rows = days.map((day, n) => [`K${n}`, day === '' ? '' : `0${day}/05/2025`, `Đỗ ${n}`]);
    const bytes = csv([['Mã hồ sơ', 'Ngày trả kết quả', 'Người nộp'], ...rows]);
    const { bad } = (await readDayFirst(bytes).then((found) => 'numbers' in found && found.numbers)) || {};
    expect(bad?.map(({ code, row }) => `${code} ${row}`)).toEqual(
      days.flatMap((day, n) => (day === '' ? [`day-above ${n + 2}`] : [])),
    );
    const mapping: Mapping = {
      ...TOTALS,
      kind: 'dossiers',
      id: 0,
      date: 1,
      counts: [],
      confirmed: [],
      trusted: ['day-above'],
    };
    expect(sayImport(await read(bytes, mapping))).toBe(says);
  });

  test.each([[[6, '', 7, 6, '']], [[6, 7, 8, '', '']], [['', '', 6, 7]]])(
    'dossiers without a day that are simply not finished: %j',
    async (days) => {
      const rows = days.map((day, n) => [`K${n}`, day === '' ? '' : `0${day}/05/2025`, `Đỗ ${n}`]);
      const said = sayImport(
        await readDayFirst(csv([['Mã hồ sơ', 'Ngày trả kết quả', 'Người nộp'], ...rows])),
      );
      expect(said).toContain('unfinished');
      expect(said).not.toContain('day-above');
    },
  );

  test('an id alone in its row is a dossier that is not finished, and no note', async () => {
    const bytes = csv([
      ['Mã hồ sơ', 'Ngày trả kết quả'],
      ['K7.1', '22/05/2025'],
      ['K7.2', ''],
      ['Quầy 3', ''],
      ['K7.3', '22/05/2025'],
    ]);
    expect(sayImport(await readDayFirst(bytes))).toBe('2025-05-22 - 2; unfinished 3');
  });

  test('cumulative numbers of several counters, in columns or in rows', async () => {
    const numbers = [
      [3, 11],
      [8, 12],
      [9, 20],
      [15, 31],
    ];
    const days = numbers.map((_, n) => `${20 + n}/05/2025`);
    const columns = (rows: readonly (readonly number[])[]) =>
      csv([['Ngày', JUSTICE, LAND], ...rows.map((row, n) => [days[n], ...row])]);
    const rows = (counts: readonly (readonly number[])[]) =>
      csv([
        ['Ngày', 'Quầy', 'Số lượt'],
        ...counts.flatMap(([a, b], n) => [
          [days[n], JUSTICE, a],
          [days[n], LAND, b],
        ]),
      ]);
    for (const write of [columns, rows]) {
      expect(await readAs(write(numbers))).toMatch(/^needs .*count/);
      expect(await readAs(write([...numbers.slice(0, 3), [2, 35]]))).toContain(`2025-05-23 ${LAND} 35`);
      expect(await readAs(write(numbers.slice(0, 2)))).toContain(`2025-05-21 ${LAND} 12`);
    }
  });

  test('moments with a short zone or of no day in the calendar', async () => {
    const moments = ['2025-05-22 23:30:00+00', '2025-05-22T10:00:00+0700', '2025-05-32T10:00:00Z'];
    const rows = moments.map((moment, n) => [`K${n}`, moment]);
    const bytes = csv([['Mã hồ sơ', 'Ngày trả kết quả'], ...rows]);
    expect(await readAs(bytes)).toBe('needs unfamiliar');
    expect(sayImport(await readDayFirst(bytes))).toBe('2025-05-22 - 1; 2025-05-23 - 1; no-such-day B4');
  });
});

describe('what a person says', () => {
  test('decides between columns that could both be the day', async () => {
    const bytes = new Uint8Array(readFileSync('test/cases/import/k07-thoi-han2.xlsx'));
    const found = await read(bytes);
    if ('refused' in found) throw new Error(found.refused);
    const { proposal } = found;
    const mapping: Mapping = {
      kind: 'dossiers',
      date: 5,
      until: null,
      counter: 2,
      counts: [],
      id: proposal.id,
      dayOrder: 'day-first',
      texts: {},
      confirmed: [],
      trusted: [],
      names: {},
    };
    expect(sayImport(await read(bytes, mapping))).toBe(
      '2024-12-02 Tư pháp – hộ tịch, chứng thực 1; 2024-12-03 Đất đai – xây dựng 1',
    );
  });

  test('is remembered for the same headings, and asked again for others', async () => {
    const first = utf8('Mã hồ sơ;Ngày A;Ngày B\nH1;02/12/2024;03/12/2024\nH2;02/12/2024;13/12/2024\n');
    const found = await read(first);
    if ('refused' in found) throw new Error(found.refused);
    expect(found.proposal.needs).toEqual(['date']);
    const mapping = {
      kind: 'dossiers',
      date: 2,
      until: null,
      counter: null,
      counts: [],
      id: 0,
      dayOrder: 'day-first',
      texts: {},
      confirmed: [],
      trusted: [],
      names: {},
    } as const;
    const remembered = { [found.fingerprint]: mapping };
    const next = await readImport(
      utf8('Mã hồ sơ;Ngày A;Ngày B\nH3;20/12/2024;21/12/2024\n'),
      { ...NOTHING, remembered },
      EXPORT_COUNTERS,
      TODAY,
    );
    expect(next).toMatchObject({ isRemembered: true });
    expect(sayImport(next)).toBe('2024-12-21 - 1');
    const changed = await readImport(
      utf8('Mã hồ sơ;Ngày B;Ngày A\nH3;20/12/2024;21/12/2024\n'),
      { ...NOTHING, remembered },
      EXPORT_COUNTERS,
      TODAY,
    );
    expect(sayImport(changed)).toBe('needs date');
    // A list of cancelled dossiers has the same columns.
    const cancelled = await readImport(
      utf8('Hồ sơ đã hủy\nMã hồ sơ;Ngày A;Ngày B\nH3;20/12/2024;21/12/2024\n'),
      { ...NOTHING, remembered },
      EXPORT_COUNTERS,
      TODAY,
    );
    expect(sayImport(cancelled)).toBe('needs unfamiliar');
    // Month-first dates after a year of day-first ones come from another program, even with the same headings.
    const american = await readImport(
      utf8('Mã hồ sơ;Ngày A;Ngày B\nH3;12/20/2024;12/21/2024\n'),
      { ...NOTHING, remembered },
      EXPORT_COUNTERS,
      TODAY,
    );
    expect(sayImport(american)).toBe('needs date');
  });

  test('about texts is remembered with other digits, unless they name another period', async () => {
    const file = (title: string, month: string) =>
      utf8(`${title}\nNgày;Số lượt\n13/${month};5\n16/${month};3\n`);
    const first = await readDayFirst(file('Quầy Hoa Sen, tháng 12', '12/2024'));
    if ('refused' in first || first.mapping === null) throw new Error('not read');
    const remembered = { [first.fingerprint]: first.mapping };
    const again = async (title: string) =>
      sayImport(
        await readImport(file(title, '01/2025'), { ...NOTHING, remembered }, EXPORT_COUNTERS, '2025-02-28'),
      );
    expect(await again('Quầy Hoa Sen, tháng 1')).toBe('2025-01-13 - 5; 2025-01-16 - 3');
    expect(await again('Quầy Hoa Sen, tháng 12')).toBe('needs unfamiliar');
    expect(await again('Quầy Hoa Súng, tháng 1')).toBe('needs unfamiliar');
  });
});

describe('days', () => {
  test.each([
    ['02/12/2024', '2024-12-02'],
    ['2/12/24', '2024-12-02'],
    ['2-12-2024 8:05', '2024-12-02'],
    ['02.12.2024 08:05:09 SA', '2024-12-02'],
    ['08:05 02/12/2024', '2024-12-02'],
    ['2024-12-02', '2024-12-02'],
    ['2024-12-02T18:30:00Z', '2024-12-03'],
    ['2024-12-02 08:30:00+07', '2024-12-02'],
    ['2024-12-02 23:30:00+07:00', '2024-12-02'],
    ['20241202', '2024-12-02'],
    ['Thứ Hai, 02/12/2024', '2024-12-02'],
    ['08 giờ 30, ngày 02 tháng 12 năm 2024', '2024-12-02'],
  ])('%s is %s', (text, day) => {
    expect(parseDayCell(text, 'day-first')).toEqual({ day });
  });

  test.each([
    '',
    ' ',
    '-',
    '–',
    'NULL',
    'N/A',
    'chưa trả',
    'Chưa có kết quả',
    'Đang xử lý',
    '01/01/0001 00:00:00',
    '1900-01-01',
    '1900-01-01 00:00:00',
    '0001-01-01T00:00:00',
    '1753-01-01T00:00:00Z',
    '1/1/1970',
  ])('"%s" is no day yet', (text) => {
    expect(parseDayCell(text, 'day-first')).toEqual({ none: true });
  });

  test.each(['02/12', 'tuần 5', '02/12/2024 – 05/12/2024', 'hôm qua', '31/02/2024', '2/1O/2026', 'thứ hai'])(
    '"%s" is none',
    (text) => {
      expect(parseDayCell(text, 'day-first')).toHaveProperty('fault');
    },
  );

  test.each([
    [['25/12/2024', '01/12/2024'], 'day-first'],
    [['12/25/2024', '12/01/2024'], 'month-first'],
    [['02/12/2024', '03/12/2024'], null],
    [['02/12/2024'], null],
    [['12/2/24', '12/3/24'], null],
    [['12/02/2024', '12/03/2024', '12/04/2024'], null],
    [['25/12/2024', '12/25/2024'], null],
    [['5/5/24'], 'day-first'],
    // Read as day first it would be in the future.
    [['11/12/2026'], null],
    [['2024-12-02'], 'day-first'],
  ] as const)('%s are %s', (texts, order) => {
    expect(judgeOrder([texts]).order).toBe(order);
  });
});

describe('files that are too much', () => {
  const refusal = async (bytes: Uint8Array) => {
    const found = await read(bytes);
    return 'refused' in found ? found.refused : 'read';
  };

  test('are refused by their own size', async () => {
    expect(await refusal(new Uint8Array(LIMITS.fileBytes + 1).fill(65))).toBe('too-large');
  });

  test('are refused by what they unpack to, even when they lie about it', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(LIMITS.unpackedBytes + 1) }, { level: 9 });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refusal(bomb)).toBe('too-large');
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
    for (let at = 0; at < bomb.length - 30; at += 1) {
      const signature = view.getUint32(at, true);
      if (signature === 0x04034b50) view.setUint32(at + 22, 100, true);
      if (signature === 0x02014b50) view.setUint32(at + 24, 100, true);
    }
    expect(await refusal(bomb)).toBe('too-large');
  });

  test('are refused by their rows over all sheets, and by their columns', async () => {
    const rows = Array.from({ length: LIMITS.rows + 1 }, () => 'a;b').join('\n');
    expect(await refusal(utf8(rows))).toBe('too-many-rows');
    const half = { rows: Array.from({ length: LIMITS.rows / 2 + 1 }, () => ['x']) };
    expect(await refusal(makeXlsx([half, half]))).toBe('too-many-rows');
    const wide = Array.from({ length: LIMITS.columns + 1 }, (_, index) => `c${index}`);
    expect(await refusal(utf8(`${wide.join(';')}\n${wide.join(';')}\n`))).toBe('too-many-columns');
  });

  test('are not filled in for ever where they merge the same cells again and again', async () => {
    const rows = Array.from({ length: 2_000 }, (_, index) => [index]);
    const merges = Array.from({ length: 5_000 }, () => 'A1:CB2000');
    expect(await refusal(makeXlsx([{ rows, merges }]))).toBe('damaged');
    // Merged cells outside the existing rows count towards the limit, too.
    const far = Array.from({ length: 5_000 }, () => 'A1:A20000');
    expect(await refusal(makeXlsx([{ rows: [[1]], merges: far }]))).toBe('damaged');
  });

  test('do not unfold entities of their own', async () => {
    const lol =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&b;</t></si></sst>';
    const parts = unzipSync(makeXlsx([{ rows: [['Ngày', 'Số lượt']] }]));
    const found = await read(zipSync({ ...parts, 'xl/sharedStrings.xml': strToU8(lol) }));
    expect(JSON.stringify(found)).not.toContain('aaaaaaaaaa');
  });
});

describe('text in any coding', () => {
  const words = 'Ngày trả kết quả; Đất đai – xây dựng; đường; nghỉ lễ';
  test.each([
    ['UTF-8', utf8(words)],
    ['UTF-8 with a mark', utf8(`\ufeff${words}`)],
    ['UTF-8 with its marks apart', utf8(words.normalize('NFD'))],
    ['UTF-16 with a mark', encodeUtf16(words)],
    ['UTF-16, big end first', encodeUtf16(words).map((_, i, all) => all[i ^ 1] as number)],
    ['UTF-16 without a mark', encodeUtf16(words).slice(2)],
    ['Windows-1258', encodeWindows1258(words)],
  ])('%s comes out the same', (_, bytes) => {
    expect(decodeText(bytes)).toBe(words);
  });
});

describe('files of five programs', () => {
  const RIGHT = '2024-12-02 Tư pháp – hộ tịch, chứng thực 2; 2024-12-03 Đất đai – xây dựng 1; unfinished 6';
  const KEPT = {
    'openpyxl.xlsx': RIGHT,
    'xlsxwriter.xlsx': RIGHT,
    'exceljs.xlsx': RIGHT,
    'libreoffice.xlsx': RIGHT,
    'libreoffice-html.xls': RIGHT,
    'libreoffice.csv': RIGHT,
    'libreoffice.ods': 'refused open-document',
    'xlwt.xls': 'refused old-excel',
  };

  test.each(Object.entries(KEPT))('%s, as it was kept', async (name, says) => {
    expect(sayImport(await readDayFirst(new Uint8Array(readFileSync(`test/cases/writers/${name}`))))).toBe(
      says,
    );
  });

  test.skipIf(!hasProgram('python3'))('written here, by the libraries that this Python has', async () => {
    const folder = makeFolder('sheets');
    const script = 'test/helpers/write-sheets.py';
    const written = execFileSync('python3', [script, folder], { encoding: 'utf8' })
      .split('\n')
      .filter(Boolean);
    for (const name of written) {
      const bytes = new Uint8Array(readFileSync(`${folder}/${name}`));
      expect(sayImport(await readDayFirst(bytes)), name).toBe(KEPT[name as keyof typeof KEPT]);
    }
  });
});
