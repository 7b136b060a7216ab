import { encodeUtf16, encodeWindows1258, makeXlsx, serialOf } from './xlsx-file.ts';

export const EXPORT_COUNTERS = [
  { code: 'k7mpx', name: 'Tư pháp – hộ tịch, chứng thực' },
  { code: 'd2xyz', name: 'Đất đai – xây dựng' },
  { code: 'c9abc', name: 'Tiếp nhận và trả kết quả chung' },
] as const;

const [JUSTICE, LAND] = [EXPORT_COUNTERS[0].name, EXPORT_COUNTERS[1].name];
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A file as an office might send it, and what it contains. */
export interface ExportExample {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Outcome of the import, as `sayImport` words it. */
  readonly says: string;
}

/** Formats in which one-stop systems and offices deliver transactions. */
export const GOOD_EXPORTS: readonly ExportExample[] = [
  {
    name: 'a list of dossiers in XLSX with titles, merged cells and a date of return',
    bytes: makeXlsx([
      {
        rows: [
          ['UBND XÃ ĐÔNG SƠN', null, null, null, null, null, null],
          ['DANH SÁCH HỒ SƠ ĐÃ TRẢ KẾT QUẢ', null, null, null, null, null, null],
          ['Từ ngày 29/01/2024 đến ngày 02/02/2024', null, null, null, null, null, null],
          [],
          ['STT', 'Mã hồ sơ', 'Người nộp', 'Lĩnh vực', 'Ngày tiếp nhận', 'Ngày hẹn trả', 'Ngày trả kết quả'],
          ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'],
          [
            1,
            'H01.1',
            'Người A',
            JUSTICE,
            serialOf('2024-01-26'),
            serialOf('2024-01-30'),
            serialOf('2024-01-29') + 0.4,
          ],
          [
            2,
            'H01.2',
            'Người B',
            JUSTICE,
            serialOf('2024-01-26'),
            serialOf('2024-01-30'),
            serialOf('2024-01-29'),
          ],
          [3, 'H01.3', 'Người C', LAND, serialOf('2024-01-26'), serialOf('2024-02-08'), null],
          [
            4,
            'H01.4',
            'Người D',
            LAND,
            serialOf('2024-01-26'),
            serialOf('2024-01-31'),
            serialOf('2024-01-31') + 0.7,
          ],
          ['Tổng cộng', null, null, null, null, null, 3],
          [null, null, null, null, null, 'Đông Sơn, ngày 5 tháng 2 năm 2024', null],
          [null, 'Người lập biểu', null, null, null, 'Chủ tịch', null],
        ],
        merges: ['A1:G1', 'A2:G2', 'A3:G3'],
      },
    ]),
    says: '2024-01-29 Tư pháp – hộ tịch, chứng thực 2; 2024-01-31 Đất đai – xây dựng 1; unfinished 9; totals 11',
  },
  {
    name: 'a list of dossiers in CSV with semicolons, BOM, times and a field that is no counter',
    bytes: utf8(
      '\ufeffSTT;Số hồ sơ;Lĩnh vực;Ngày kết thúc xử lý\r\n' +
        '1;000.12/24;TƯ PHÁP - HỘ TỊCH, CHỨNG THỰC;29/01/2024 08:30\r\n' +
        '2;000.13/24;Bảo trợ xã hội;29/1/2024 15:05:10\r\n' +
        '3;000.14/24;Bao tro xa hoi;30/01/24\r\n',
    ),
    says: '2024-01-29 - 2; 2024-01-30 - 1',
  },
  {
    name: 'totals of days in CSV with commas',
    bytes: utf8('Ngày,Số lượt giao dịch\n29/01/2024,12\n30/01/2024,"1.015"\n31/01/2024,0\nTổng cộng,1027\n'),
    says: '2024-01-29 - 12; 2024-01-30 - 1015; 2024-01-31 - 0; totals 5',
  },
  {
    name: 'days and counters in XLSX with a heading of two rows, merged, and totals both ways',
    bytes: makeXlsx([
      {
        rows: [
          ['THỐNG KÊ HỒ SƠ THEO NGÀY', null, null, null, null],
          ['Ngày', 'Số hồ sơ đã trả kết quả', null, null, 'Tổng cộng'],
          [null, JUSTICE, LAND, 'Quầy số 3', null],
          [serialOf('2024-01-29'), 5, 3, 1, { formula: 'SUM(B4:D4)', value: '9' }],
          [serialOf('2024-01-30'), 4, null, 0, { formula: 'SUM(B5:D5)', value: '4' }],
          ['Tổng cộng', 9, 3, 1, 13],
        ],
        merges: ['A1:E1', 'A2:A3', 'B2:D2', 'E2:E3'],
      },
    ]),
    says: 'needs count',
  },
  {
    name: 'weeks from–to in UTF-16 with tabs, as Excel saves Unicode text',
    bytes: encodeUtf16(
      'Từ ngày\tĐến ngày\tTiếp nhận\tĐã giải quyết\tQuá hạn\r\n' +
        '29/01/2024\t04/02/2024\t60\t55\t1\r\n05/02/2024\t11/02/2024\t20\t21\t0\r\n',
    ),
    says: '2024-01-29..2024-02-04 - 55; 2024-02-05..2024-02-11 - 21',
  },
  {
    name: 'totals of months in Windows-1258, each counter in rows of its own',
    bytes: encodeWindows1258(
      'Kỳ báo cáo;Bộ phận;Số lượng hồ sơ đã trả\r\n' +
        `Tháng 1/2024;${JUSTICE.replace('–', '-')};210\r\nTháng 1/2024;Đất đai - xây dựng;88\r\nCộng;;298\r\n`,
    ),
    says: '2024-01-01..2024-01-31 Tư pháp - hộ tịch, chứng thực 210; 2024-01-01..2024-01-31 Đất đai - xây dựng 88; totals 4',
  },
  {
    name: 'weeks in one cell of XLSX, with texts in the cells and the year written once',
    bytes: makeXlsx(
      [
        {
          rows: [
            ['Báo cáo lượt giao dịch', null],
            ['Tuần', 'Số lượt giao dịch'],
            ['Tuần 29/01–04/02/2024', 55],
            ['Từ ngày 05/02/2024 đến ngày 11/02/2024', '21 lượt'],
          ],
          merges: ['A1:B1'],
        },
      ],
      { inline: true },
    ),
    says: '2024-01-29..2024-02-04 - 55; 2024-02-05..2024-02-11 - 21',
  },
  {
    name: 'ISO instants of a system with an interface, quoted, with line breaks inside',
    bytes: utf8(
      '"Mã hồ sơ","Nội dung","Ngày hoàn thành","Tên quầy"\n' +
        `"A-1","dòng một\ndòng hai","2024-01-29T18:30:00Z","${LAND}"\n` +
        `"A-2","x, y","2024-01-30T08:00:00+07:00","${LAND}"\n`,
    ),
    // 18:30 in UTC is the next morning in Vietnam.
    says: 'state "dòng một dòng hai" 1; state "x, y" 1',
  },
  {
    name: 'days since 1904 in the second sheet, the first a cover, a third hidden',
    bytes: makeXlsx(
      [
        { rows: [['Sổ theo dõi'], ['Năm 2024']] },
        {
          rows: [
            ['Ngày tháng', 'Quầy', 'Số lượt'],
            [serialOf('2024-01-29') - 1462, 'k7mpx', 7],
            [serialOf('2024-01-29') - 1462, LAND.toUpperCase(), 2],
          ],
        },
        {
          rows: [
            ['Ngày', 'Số lượt'],
            [1, 1],
          ],
          isHidden: true,
        },
      ],
      { is1904: true },
    ),
    says: '2024-01-29 k7mpx 7; 2024-01-29 ĐẤT ĐAI – XÂY DỰNG 2',
  },
  {
    name: 'days with subtotals of weeks, weekdays in words, a dash for none, and sep=',
    bytes: utf8(
      'sep=;\r\nXã Đông Sơn;;\r\nNgày;Tổng số hồ sơ;Ghi chú\r\n' +
        'Thứ Sáu, 02/02/2024;8;\r\nCộng tuần 1;8;\r\nThứ Hai, 05-02-2024;6;\r\nThứ 3 06.02.2024;-;nghỉ\r\n' +
        'Cộng tuần 2;6;\r\nTổng cộng;14;\r\n;;Người lập biểu\r\n',
    ),
    says: '2024-02-02 - 8; 2024-02-05 - 6; 2024-02-06 - 0; totals 5,8,9',
  },
];

/** A file that the import rejects, or about which it has to ask a question. */
export interface BrokenExport {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Outcome of the import, as `sayImport` words it. */
  readonly says: string;
}

const days = (...lines: readonly string[]): Uint8Array => utf8(`Ngày;Số lượt\n${lines.join('\n')}\n`);
const dossiers = (...lines: readonly string[]): Uint8Array =>
  utf8(`Mã hồ sơ;Quầy;Ngày trả\n${lines.join('\n')}\n`);

export const BROKEN_EXPORTS: readonly BrokenExport[] = [
  { name: 'nothing at all', bytes: new Uint8Array(), says: 'refused empty' },
  { name: 'only blank rows', bytes: utf8(';;\n;;\n'), says: 'refused empty' },
  { name: 'no headings', bytes: utf8('29/01/2024;12\n30/01/2024;9\n'), says: 'refused no-heading' },
  {
    name: 'days on which dossiers came in, none on which they were returned',
    bytes: utf8('Mã hồ sơ;Ngày tiếp nhận\nH1;29/01/2024\n'),
    says: 'needs date',
  },
  {
    name: 'days without numbers',
    bytes: utf8('Ngày;Ghi chú\n29/01/2024;x\n'),
    says: 'needs kind date',
  },
  { name: 'headings and nothing below', bytes: utf8('Ngày;Số lượt\n'), says: 'refused no-heading' },
  {
    name: 'months before days',
    bytes: days('01/29/2024;12', '01/30/2024;9'),
    says: '2024-01-29 - 12; 2024-01-30 - 9',
  },
  { name: 'a day that does not exist', bytes: days('31/02/2024;12'), says: 'no-such-day A2' },
  { name: 'a word for a day', bytes: dossiers('H1;k7mpx;hôm qua'), says: 'not-a-date C2' },
  {
    name: 'a number without a day',
    bytes: days('29/01/2024;3', ';12'),
    says: '2024-01-29 - 3; not-a-date A3',
  },
  {
    name: 'a day without a number',
    bytes: days('29/01/2024;', '30/01/2024;4'),
    says: '2024-01-30 - 4; count-missing B2',
  },
  {
    name: 'numbers that are none',
    bytes: days('29/01/2024;mười', '30/01/2024;-3', '31/01/2024;2,5', '01/02/2024;9999999'),
    says: 'not-a-count B2; negative-count B3; not-whole B4; count-too-large B5',
  },
  { name: 'a day twice', bytes: days('29/01/2024;3', '29/1/24;4'), says: '2024-01-29 - 3; overlap A3' },
  {
    name: 'a dossier twice',
    bytes: dossiers('H1;k7mpx;29/01/2024', 'H1;k7mpx;29/01/2024'),
    says: '2024-01-29 k7mpx 1; repeated 3',
  },
  {
    name: 'a dossier without its counter',
    bytes: dossiers('H1;;29/01/2024'),
    says: '2024-01-29 - 1',
  },
  {
    name: 'totals that do not add up',
    bytes: days('29/01/2024;3', 'Tổng cộng;4'),
    says: '2024-01-29 - 3; total-differs B3; totals 3',
  },
  {
    name: 'a row of counters that does not add up',
    bytes: utf8(`Ngày\t${JUSTICE}\t${LAND}\tTổng\n29/01/2024\t1\t2\t4\n`),
    says: 'needs count',
  },
  {
    name: 'an end before its beginning',
    bytes: utf8('Từ ngày;Đến ngày;Số lượt\n04/02/2024;29/01/2024;5\n'),
    says: 'span-backwards B2',
  },
  { name: 'weeks by number', bytes: utf8('Tuần;Số lượt\nTuần 5;12\n'), says: 'needs date' },
  {
    name: 'a formula that failed',
    bytes: makeXlsx([
      {
        rows: [
          ['Ngày', 'Số lượt'],
          [serialOf('2024-01-29'), { formula: 'A1/0', value: '#DIV/0!', isError: true }],
        ],
      },
    ]),
    says: 'formula-failed B2',
  },
  {
    name: 'one number merged over several days',
    bytes: makeXlsx([
      {
        rows: [
          ['Ngày', 'Số lượt'],
          [serialOf('2024-01-29'), 9],
          [serialOf('2024-01-30'), null],
        ],
        merges: ['B2:B3'],
      },
    ]),
    says: 'merged-count B2; merged-count B3',
  },
  {
    name: 'two sheets with numbers',
    bytes: makeXlsx([
      {
        rows: [
          ['Ngày', 'Số lượt'],
          [serialOf('2024-01-29'), 1],
        ],
      },
      {
        rows: [
          ['Ngày', 'Số lượt'],
          [serialOf('2024-01-30'), 1],
        ],
      },
    ]),
    says: 'needs sheet',
  },
  {
    name: 'quotes that never close',
    bytes: days('29/01/2024;"3', '30/01/2024;4'),
    says: 'refused broken-quotes 2',
  },
  {
    name: 'an old Excel file',
    bytes: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    says: 'refused old-excel',
  },
  { name: 'a web page called xls', bytes: utf8('<html><table></table></html>'), says: 'refused empty' },
  {
    name: 'a picture',
    bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1),
    says: 'refused picture',
  },
  {
    name: 'a spreadsheet that is cut',
    bytes: makeXlsx([{ rows: [['Ngày', 'Số lượt']] }]).slice(0, 300),
    says: 'refused damaged',
  },
];
