import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeDocx } from '../../server/export/write-docx.ts';
import { writeXlsx } from '../../server/export/write-xlsx.ts';
import type { OfficialReport } from '../../web/types/official-report.ts';
import type { Workbook } from '../../web/types/workbook.ts';
import { findAll, partsOf, readDocument, readPart, readWorkbook } from '../helpers/office-file.ts';

/** Input that tries to inject formulas or markup. */
const HOSTILE = [
  ...['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', "'=1", '=HYPERLINK("http://evil.example";"x")'],
  ...['=cmd|"/c calc"!A0', '＝1+1', '</t></si><f>1</f>', ']]>', '&lt;', '\u0000\u0008', '\ud800', '\ufffe'],
];
const text = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.tuple(fc.constantFrom(...HOSTILE), fc.string()).map(([sign, rest]) => sign + rest),
);

/** The characters that XML 1.0 allows (production 2). */
const held = (typed: string): string =>
  Array.from(typed)
    .filter((letter) => /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]$/u.test(letter))
    .join('');
/** Parsers normalise line endings to one newline. */
const parsed = (typed: string): string => held(typed).replace(/\r\n?/g, '\n');

const columns = [
  { key: 'name', header: 'Tên', kind: 'text' },
  { key: 'n', header: 'Số', kind: 'count' },
  { key: 'percent', header: 'Phần trăm', kind: 'percent' },
  { key: 'day', header: 'Ngày', kind: 'day' },
] as const;

const sheetOf = (rows: Workbook['sheets'][number]['rows']): Workbook => ({
  sheets: [{ name: 'Kết quả', notes: ['UBND xã'], columns, rows }],
});

describe('an XLSX file', () => {
  it('keeps numbers as numbers, days as days in dd/mm/yyyy, and codes as text', async () => {
    const [sheet] = readWorkbook(await writeXlsx(sheetOf([['0012', 1_643, 87.34, '2024-02-29']])));
    const cells = sheet?.rows
      .at(-1)
      ?.cells.map(({ place, type, value, format }) => [place, type, value, format]);
    expect(cells).toEqual([
      ['A5', 's', '0012', '@'],
      ['B5', 'n', 1_643, '#,##0'],
      ['C5', 'n', 87.34, '0.0#'],
      // Serial number 60 is 29 February 1900, which did not exist; 45 351 is Excel's serial number of this day.
      ['D5', 'n', 45_351, 'dd/mm/yyyy'],
    ]);
  });

  it('has a line of headers, and below it one of keys that is hidden', async () => {
    const [sheet] = readWorkbook(await writeXlsx(sheetOf([])));
    expect(sheet?.rows.map(({ isHidden }) => isHidden)).toEqual([false, false, true]);
    const values = sheet?.rows.map(({ cells }) => cells.map(({ value }) => value));
    expect(values).toEqual([
      ['UBND xã'],
      ['Tên', 'Số', 'Phần trăm', 'Ngày'],
      ['name', 'n', 'percent', 'day'],
    ]);
  });

  it('leaves empty what is not known, which is not 0', async () => {
    const [sheet] = readWorkbook(await writeXlsx(sheetOf([[null, null, 0, null]])));
    expect(sheet?.rows.at(-1)?.cells.map(({ value }) => value)).toEqual([null, null, 0, null]);
  });

  it('rejects an invalid figure: no file is better than a wrong one', async () => {
    await expect(writeXlsx(sheetOf([['x', Number.NaN, null, null]]))).rejects.toThrow(/B5 holds no count/);
    await expect(writeXlsx(sheetOf([['x', null, null, '29/02/2024']]))).rejects.toThrow(/D5 holds no day/);
  });

  it('makes no formula of any text, in cells, notes, headers, keys and names of sheets', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, text, text, async (name, note, header, value) => {
        const bytes = await writeXlsx({
          sheets: [
            { name, notes: [note], columns: [{ key: header, header, kind: 'text' }], rows: [[value]] },
          ],
        });
        const [sheet] = readWorkbook(bytes);
        const cells = sheet?.rows.flatMap((row) => row.cells) ?? [];
        for (const cell of cells) {
          expect(cell).toMatchObject({ format: '@', hasFormula: false });
          if (cell.value !== null) expect(cell.type).toBe('s');
        }
        const values = cells.map((cell) => cell.value ?? '');
        expect(values).toEqual([note, header, header, value].map(parsed));
      }),
      { numRuns: 60 },
    );
  });

  it('names a sheet as spreadsheets allow it', async () => {
    const named = async (name: string) => {
      const [sheet] = sheetOf([]).sheets;
      return readWorkbook(await writeXlsx({ sheets: [{ ...sheet!, name }] }))[0]?.name;
    };
    expect(await named('a/b\\c?d*e[f]g:h')).toBe('a b c d e f g h');
    expect((await named('dài '.repeat(20)))?.length).toBeLessThanOrEqual(31);
  });

  it('is the same bytes whenever it is written', async () => {
    const write = async () =>
      Buffer.from(await writeXlsx(sheetOf([['a', 1, 2, '2024-01-01']]))).toString('hex');
    expect(await write()).toBe(await write());
    // Every entry has the earliest zip time: 00:00:00 on 1/1/1980, in MS-DOS fields.
    const bytes = await writeXlsx(sheetOf([]));
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    expect([view.getUint16(10, true), view.getUint16(12, true)]).toEqual([0, (1 << 5) | 1]);
  });
});

const report: OfficialReport = {
  ...{ warning: null, draft: 'DỰ THẢO', agency: ['ỦY BAN NHÂN DÂN', 'XÃ ĐÔNG SƠN'], number: 'Số: ……' },
  ...{ nation: 'CỘNG HÒA', motto: 'Độc lập', placeAndDate: '…, ngày …', kind: 'BÁO CÁO' },
  ...{ subject: ['Kết quả'], addressee: 'Kính gửi: Sở', headAgency: [] },
  signature: { titles: ['CHỦ TỊCH'], note: '(ký)' },
  recipients: { heading: 'Nơi nhận:', lines: ['- Như trên;'] },
  blocks: [{ kind: 'heading', text: 'I. Kết quả' }],
};

describe('a DOCX file', () => {
  const setting = (bytes: Uint8Array, name: string) =>
    findAll(readPart(bytes, 'word/document.xml'), name)[0]?.attributes;

  it('is A4 in Times New Roman 13, with the margins of NĐ 30/2020/NĐ-CP', async () => {
    const bytes = await writeDocx(report);
    expect(setting(bytes, 'w:pgSz')).toMatchObject({ 'w:w': '11906', 'w:h': '16838' });
    const margins = setting(bytes, 'w:pgMar') ?? {};
    const millimetres = (side: string) => Math.round((Number(margins[`w:${side}`]) * 25.4) / 1440);
    expect(['top', 'bottom', 'left', 'right'].map(millimetres)).toEqual([20, 20, 30, 20]);
    const styles = readPart(bytes, 'word/styles.xml');
    expect(findAll(styles, 'w:rFonts')[0]?.attributes['w:ascii']).toBe('Times New Roman');
    expect(findAll(styles, 'w:sz')[0]?.attributes['w:val']).toBe('26');
  });

  it('stores any input as text only', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, async (name, figure) => {
        const bytes = await writeDocx({
          ...report,
          agency: [name],
          blocks: [
            {
              kind: 'table',
              caption: name,
              columns: [{ header: figure, width: 1, align: 'left' }],
              rows: [[figure]],
            },
          ],
        });
        const { paragraphs, tables } = readDocument(bytes);
        expect(paragraphs).toContain(parsed(name));
        expect(tables[1]).toEqual([[parsed(figure)], [parsed(figure)]]);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same bytes whenever it is written, with charts, and however many were written before', async () => {
    const chart = {
      kind: 'chart',
      ...{ caption: 'Hình 1', description: 'Biểu đồ', names: { share: 'Hài lòng', target: 'Mục tiêu' } },
      ...{ target: 90, lowest: 70 },
      weeks: [
        { label: '29/01', percent: 92.1, interval: { low: 86, high: 95.7 } },
        { label: '05/02', percent: null, interval: null },
      ],
    } as const;
    const write = async () =>
      Buffer.from(await writeDocx({ ...report, blocks: [chart, ...report.blocks, chart] })).toString('hex');
    const first = await write();
    await writeDocx({ ...report, blocks: [chart] });
    expect(await write()).toBe(first);
  });

  it('carries the warning in the head of every page, the first one too', async () => {
    const heads = (bytes: Uint8Array) => {
      const relations = findAll(readPart(bytes, 'word/_rels/document.xml.rels'), 'Relationship');
      const references = findAll(readPart(bytes, 'word/document.xml'), 'w:headerReference');
      return ['first', 'default'].map((type) => {
        const id = references.find(({ attributes }) => attributes['w:type'] === type)?.attributes['r:id'];
        const target = relations.find(({ attributes }) => attributes.Id === id)?.attributes.Target;
        const head = readPart(bytes, `word/${target}`);
        return ['w:t', 'w:instrText'].flatMap((tag) => findAll(head, tag).map((node) => node.text));
      });
    };
    expect(heads(await writeDocx({ ...report, warning: 'SỐ LIỆU GIẢ' }))).toEqual([
      ['SỐ LIỆU GIẢ'],
      ['SỐ LIỆU GIẢ', 'PAGE'],
    ]);
    expect(heads(await writeDocx(report))).toEqual([[], ['PAGE']]);
  });

  it('names in its list of contents every part that it has, and every relation leads to one', async () => {
    const bytes = await writeDocx(report);
    const paths = Object.keys(partsOf(bytes));
    const named = findAll(readPart(bytes, '[Content_Types].xml'), 'Override').map(({ attributes }) =>
      attributes.PartName?.slice(1),
    );
    expect(named.sort()).toEqual(paths.filter((path) => !/\.rels$|^\[/.test(path)).sort());
    const targets = findAll(readPart(bytes, 'word/_rels/document.xml.rels'), 'Relationship');
    expect(targets.length).toBeGreaterThan(2);
    for (const { attributes } of targets) expect(paths).toContain(`word/${attributes.Target}`);
  });
});
