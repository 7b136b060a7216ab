import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { importedCounterId } from '../../server/transactions/import/counter-names.ts';
import { decodeText } from '../../server/transactions/import/decode-text.ts';
import { readImport } from '../../server/transactions/import/read-import.ts';
import { TABLE_LIMITS } from '../../server/transactions/import/table.ts';
import { BROKEN_EXPORTS, EXPORT_COUNTERS, GOOD_EXPORTS } from '../helpers/one-stop-exports.ts';
import { encodeUtf16, encodeWindows1258, makeXlsx } from '../helpers/xlsx-file.ts';

describe('exports of one-stop systems', () => {
  test('come in ten shapes at least, and twenty broken ones', () => {
    expect(GOOD_EXPORTS.length).toBeGreaterThanOrEqual(10);
    expect(BROKEN_EXPORTS.length).toBeGreaterThanOrEqual(20);
  });

  test.each(GOOD_EXPORTS)('$name', ({ bytes, expected, names = [], unfinished = 0, totalRows = 0 }) => {
    const parsed = readImport(bytes, EXPORT_COUNTERS);
    expect(parsed.faults).toEqual([]);
    expect(
      parsed.entries.map(({ from, to, counter, n }) => `${from} ${to} ${importedCounterId(counter)} ${n}`),
    ).toEqual(expected);
    expect(parsed.names).toEqual(names);
    expect({ unfinished: parsed.unfinished, totalRows: parsed.totalRows }).toEqual({ unfinished, totalRows });
  });

  test('nothing of a person is in what was read', () => {
    const text = JSON.stringify(readImport(GOOD_EXPORTS[0]!.bytes, EXPORT_COUNTERS));
    expect(text).not.toMatch(/H01|Người/);
  });
});

describe('broken files', () => {
  test.each(BROKEN_EXPORTS)('$name', ({ bytes, faults }) => {
    const found = readImport(bytes, EXPORT_COUNTERS).faults;
    expect(found.map(({ code, row, column }) => `${code} ${row ?? '-'} ${column ?? '-'}`)).toEqual(faults);
  });

  test('repeat nothing that could be a person, a long number or a word', () => {
    const rows = ['Nguyen Van X', '001204567890', '0912345678', '29/13/2024', '12345678'];
    const text = `Mã hồ sơ;Ngày trả\n${rows.map((value, index) => `H${index};${value}`).join('\n')}\n`;
    const { faults } = readImport(new TextEncoder().encode(text), EXPORT_COUNTERS);
    expect(faults.map(({ value }) => value)).toEqual([null, null, null, '29/13/2024', null]);
  });
});

describe('files that are too much', () => {
  test('are refused by their own size', () => {
    const bytes = new Uint8Array(TABLE_LIMITS.fileBytes + 1).fill(65);
    expect(readImport(bytes, []).faults).toMatchObject([{ code: 'too-large' }]);
  });

  test('are refused by what they unpack to, even when they lie about it', () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(TABLE_LIMITS.unpackedBytes + 1) }, { level: 9 });
    expect(bomb.length).toBeLessThan(100_000);
    expect(readImport(bomb, []).faults).toMatchObject([{ code: 'unpacks-too-large' }]);
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
    for (let at = 0; at < bomb.length - 30; at += 1) {
      const signature = view.getUint32(at, true);
      if (signature === 0x04034b50) view.setUint32(at + 22, 100, true);
      if (signature === 0x02014b50) view.setUint32(at + 24, 100, true);
    }
    expect(readImport(bomb, []).faults).toMatchObject([{ code: 'unpacks-too-large' }]);
  });

  test('are refused by their rows, in both kinds', () => {
    const rows = Array.from({ length: TABLE_LIMITS.rows + 1 }, () => 'a;b').join('\n');
    expect(readImport(new TextEncoder().encode(rows), []).faults).toMatchObject([{ code: 'too-many-rows' }]);
    const sheet = makeXlsx([{ rows: Array.from({ length: TABLE_LIMITS.rows + 1 }, () => [1]) }]);
    expect(readImport(sheet, []).faults).toMatchObject([{ code: 'too-many-rows' }]);
  });

  test('are not filled in for ever where they merge the same cells again and again', () => {
    const rows = Array.from({ length: 2_000 }, (_, index) => [index]);
    const merges = Array.from({ length: 5_000 }, () => 'A1:CB2000');
    expect(readImport(makeXlsx([{ rows, merges }]), []).faults).toMatchObject([{ code: 'damaged' }]);
    // Rows that are not there cost a step, too.
    const far = Array.from({ length: 5_000 }, () => 'A1:A20000');
    expect(readImport(makeXlsx([{ rows: [[1]], merges: far }]), []).faults).toMatchObject([
      { code: 'damaged' },
    ]);
  });

  test('are read once where the workbook names one sheet as several', () => {
    const rows = [
      ['Ngày', 'Số lượng'],
      ['29/01/2024', 7],
    ];
    const parts = unzipSync(makeXlsx([{ rows }, { rows: [] }]));
    const relations = new TextDecoder().decode(parts['xl/_rels/workbook.xml.rels']);
    const bytes = zipSync({
      ...parts,
      'xl/_rels/workbook.xml.rels': new TextEncoder().encode(relations.replace('sheet2.xml', 'sheet1.xml')),
    });
    expect(readImport(bytes, [])).toMatchObject({ faults: [], entries: [{ n: 7 }] });
  });

  test('do not unfold entities of their own', () => {
    const lol =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><workbook><sheets>&b;</sheets></workbook>';
    const bytes = zipSync({ 'xl/workbook.xml': new TextEncoder().encode(lol) });
    expect(readImport(bytes, []).faults).toMatchObject([{ code: 'damaged' }]);
  });
});

describe('text in any coding', () => {
  const words = 'Ngày trả kết quả; Đất đai – xây dựng; đường; nghỉ lễ';
  test.each([
    ['UTF-8', new TextEncoder().encode(words)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${words}`)],
    ['UTF-8 with its marks apart', new TextEncoder().encode(words.normalize('NFD'))],
    ['UTF-16 with a mark', encodeUtf16(words)],
    ['UTF-16, big end first', encodeUtf16(words).map((_, i, all) => all[i ^ 1] as number)],
    ['UTF-16 without a mark', encodeUtf16(words).slice(2)],
    ['Windows-1258', encodeWindows1258(words)],
  ])('%s comes out the same', (_, bytes) => {
    expect(decodeText(bytes)).toBe(words);
  });
});
