import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeFormula, writeCsv } from '../../server/export/write-csv.ts';
import { cleanFileName, contentDisposition } from '../../server/http/send-file.ts';

const field = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('=1', '+1', '-1', '@x', '\t=1', '\r\n=1', ' =1', '＝1', '＋1', '"', ',', 'a\r\nb', "'=1"),
);

describe('a CSV file', () => {
  it('follows RFC 4180, without byte order mark; unknown values are empty', () => {
    expect(
      writeCsv([
        ['a', 'b'],
        ['x,"y"', null],
        [1.5, 'm\nn'],
      ]),
    ).toBe('a,b\r\n"x,""y""",\r\n1.5,"m\nn"\r\n');
  });

  it('is read back field by field, and no field begins like a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(field, field), { minLength: 1 }), (rows) => {
        const wellFormed = rows.map((row) => row.map((one) => one.toWellFormed()));
        const read = parse(Buffer.from(writeCsv(wellFormed)), {
          skip_empty_lines: false,
          record_delimiter: '\r\n',
        }) as string[][];
        expect(read).toEqual(wellFormed.map((row) => row.map(escapeFormula)));
        for (const one of read.flat()) expect(one).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
      }),
    );
  });

  it('changes no text but those, and no number', () => {
    expect(['Quầy 1', '2024-W05', 'share-satisfied/1', '', "'"].map(escapeFormula)).toEqual([
      ...['Quầy 1', '2024-W05', 'share-satisfied/1', '', "'"],
    ]);
    expect(escapeFormula('=1+1')).toBe("'=1+1");
    expect(writeCsv([[-1]])).toBe('-1\r\n');
  });
});

describe('the name of a file', () => {
  it('is in the header in ASCII and in UTF-8', () => {
    expect(contentDisposition('bao-cao-2024.docx', "Báo cáo Quý 1/2024 (Xã 'A').docx")).toBe(
      `attachment; filename="bao-cao-2024.docx"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20Qu%C3%BD%201-2024%20%28X%C3%A3%20%27A%27%29.docx`,
    );
  });

  it('is valid on every operating system, for any name of the office', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary', minLength: 100 }),
        (name, long) => {
          for (const typed of [name, long, `..${name}`, `${name}\r\nSet-Cookie: a=b`]) {
            const clean = cleanFileName(`${typed}.xlsx`);
            expect(clean).toMatch(/^[^\\/:*?"<>|\p{Cc}\p{Cf}]*\.xlsx$/u);
            expect(clean).not.toMatch(/^\.\./);
            expect(Array.from(clean).length).toBeLessThanOrEqual(120);
            const header = contentDisposition(`${typed}.xlsx`, `${typed}.xlsx`);
            expect(header).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w.~%!$&+^`|#-]*$/);
            expect(decodeURIComponent(header.split("UTF-8''")[1] ?? '')).toBe(clean);
          }
        },
      ),
    );
  });
});
