import { describe, expect, it } from 'vitest';
import { leakyReport, reportExample } from '../../web/examples/report.examples.ts';
import { draftReport } from '../../web/files/draft-report.ts';
import { fileNames } from '../../web/files/file-names.ts';
import { leaderWorkbook, weekWorkbook } from '../../web/files/report-workbook.ts';
import { upwardWorkbook } from '../../web/files/upward-workbook.ts';
import { sayReportLine } from '../../web/formatting/report-line.ts';
import { draftReportVi } from '../../web/messages/draft-report.vi.ts';
import { filesVi } from '../../web/messages/files.vi.ts';
import { staffVi } from '../../web/messages/staff.vi.ts';
import { leaderPageExamples } from '../../web/pages/LeaderPage.examples.ts';
import { weekPageExamples } from '../../web/pages/WeekPage.examples.ts';

const words = staffVi;
type Props = (typeof leaderPageExamples)[number]['props'];

function find(name: string): Props {
  const example = leaderPageExamples.find((candidate) => candidate.name === name);
  if (!example) throw new Error(`no example ${name}`);
  return example.props;
}

const lineOf = (name: string, change: Partial<Parameters<typeof sayReportLine>[0]> = {}): string => {
  const { unitName, current, lowCounters, fixFirst, itemNames, seal } = find(name);
  const { report } = current;
  const first = fixFirst[0] ?? null;
  const short = seal?.short ?? null;
  return sayReportLine(
    {
      unitName,
      report,
      lowCounters: lowCounters.slice(0, 1),
      fixFirst: first,
      itemNames,
      seal: short,
      warning: null,
      ...change,
    },
    words,
  );
};

const BEFORE = 'UBND xã Đông Sơn, 15/01–14/02/2024';
const AFTER =
  ' Thấp rõ: Quầy 1 Tư pháp – Hộ tịch: 63,3%. Ưu tiên khắc phục: Trả kết quả đúng ngày hẹn. Mã đối chiếu ERXR-36D9.';

const textOf = (file: object): string => JSON.stringify(file);

describe('the line for a message', () => {
  it.each([
    ['met and certain', '940/1.000 phiếu hài lòng (94,0%), đến nay trên mục tiêu 90%.'],
    ['met, not certain', '93/100 phiếu hài lòng (93,0%), trên mục tiêu 90%; chưa đủ cơ sở để khẳng định.'],
    ['not met and certain', '310/400 phiếu hài lòng (77,5%), đến nay dưới mục tiêu 90%.'],
    [
      'not met, not certain',
      '88/100 phiếu hài lòng (88,0%), dưới mục tiêu 90%; chưa đủ cơ sở để khẳng định.',
    ],
    ['no target', '93/100 phiếu hài lòng (93,0%), chưa đặt mục tiêu.'],
    // Below the minimum of ballots the line has only counts.
    ['too few ballots', '11/12 phiếu hài lòng, chưa đủ phiếu để đánh giá đạt hay chưa đạt.'],
  ])('says the figure, the target and the verdict: %s', (name, figure) => {
    expect(lineOf(name)).toBe(`${BEFORE} (tạm tính): ${figure}${AFTER}`);
  });

  it.each(['four ballots', 'no ballots', 'all set aside'])(
    'says no figure of fewer than five: %s',
    (name) => {
      expect(lineOf(name, { lowCounters: [] })).toBe(
        `${BEFORE} (tạm tính): chưa đủ 5 phiếu nên chưa có kết quả. Mã đối chiếu ERXR-36D9.`,
      );
    },
  );

  it('is not provisional once the period has closed, and has no seal before the first', () => {
    expect(lineOf('met, not certain, closed', { seal: null })).toBe(
      `${BEFORE}: 93/100 phiếu hài lòng (93,0%), trên mục tiêu 90%; chưa đủ cơ sở để khẳng định.${AFTER.replace(/ Mã đối chiếu.*/, '')}`,
    );
  });

  it('says that made-up data is made up', () => {
    const line = lineOf('met and certain', { warning: 'SỐ LIỆU GIẢ ĐỂ XEM THỬ' });
    expect(line).toMatch(/^SỐ LIỆU GIẢ ĐỂ XEM THỬ\. UBND/);
  });
});

describe('the files', () => {
  it.each(leaderPageExamples)('are sound, whatever the page shows: $name', ({ props }) => {
    for (const file of [draftReport(props), leaderWorkbook(props)]) {
      expect(textOf(file)).not.toMatch(/undefined|NaN|\[object|=>/);
    }
    for (const { columns, rows } of leaderWorkbook(props).sheets) {
      expect(columns.length).toBeGreaterThan(0);
      for (const row of rows) expect(row).toHaveLength(columns.length);
      // Each key has a translated header, not a bare English word.
      for (const { key, header } of columns) expect(header, key).not.toBe(key);
      expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length);
    }
  });

  it.each(weekPageExamples)('of a week are sound: $name', ({ props }) => {
    const { sheets } = weekWorkbook(props);
    expect(textOf(sheets)).not.toMatch(/undefined|NaN|\[object/);
    const names = sheets.map(({ name }) => name);
    // The week of a single counter shows no other counters, and no reasons of the whole unit.
    const isOne = props.counters.some(({ selected }) => selected);
    expect(names.includes(filesVi.sheets.counters)).toBe(!isOne);
    expect(names.includes(filesVi.sheets.chips)).toBe(!isOne);
    if (isOne) expect(textOf(sheets)).toContain(props.counters.find(({ selected }) => selected)?.name);
  });

  it('show no figure that is marked as hidden, even where the report carries it', () => {
    const current = { report: leakyReport };
    const props = { ...find('met and certain'), current, lastWeek: current, fourWeeks: current, trend: [] };
    const slips = { ...leakyReport.indicator, suppressed: true };
    const upward = {
      ...leakyReport,
      ...{ revision: 1, unit: { ...leakyReport.unit, official_code: null }, single_use: slips, seal: null },
    };
    const [week] = weekPageExamples;
    for (const file of [
      draftReport(props),
      leaderWorkbook(props),
      upwardWorkbook(upward, false),
      weekWorkbook({ ...week!.props, week: current }),
    ]) {
      expect(textOf(file)).toContain(words.suppressed);
      expect(textOf(file)).not.toMatch(/7\.?717|77[.,]17|77,2/);
    }
  });

  it('say that made-up data is made up, each of them', () => {
    const props = find('made-up data, long names, more ballots than transactions');
    expect(draftReport(props).warning).toBe('SỐ LIỆU GIẢ ĐỂ XEM THỬ');
    for (const { notes } of leaderWorkbook(props).sheets) expect(notes).toContain('SỐ LIỆU GIẢ ĐỂ XEM THỬ');
    const names = fileNames('draft', reportExample, 'docx', true);
    expect(names.asciiName).toBe('so-lieu-gia-du-thao-bao-cao-dong-son-BC-2024-02-tam-tinh.docx');
    expect(names.name).toMatch(/^SỐ LIỆU GIẢ - Dự thảo báo cáo - UBND xã Đông Sơn - .* - tạm tính\.docx$/);
  });
});

describe('the row for the office above', () => {
  const upward = {
    ...reportExample,
    ...{ revision: 1, unit: { ...reportExample.unit, official_code: '22861' }, single_use: null, seal: null },
  };
  const sheet = upwardWorkbook(upward, false).sheets[0]!;

  it('has these columns in this order, for ever: new ones come behind them', () => {
    expect(sheet.columns.map(({ key }) => key)).toEqual([
      ...['schema', 'unit_code', 'official_code', 'unit_name', 'receiver', 'period_id', 'from', 'to'],
      ...['closed_on', 'revision', 'received', 'set_aside', 'counted', 'pending', 'transactions'],
      ...['response_rate_percent', 'rule', 'numerator', 'denominator', 'neutral', 'dissatisfied', 'percent'],
      ...['interval_low', 'interval_high', 'target_percent', 'verdict', 'certain', 'minimum_n'],
      ...['slip_numerator', 'slip_denominator', 'slip_percent', 'factor_access', 'factor_procedure'],
      ...['factor_official', 'factor_result', 'factor_feedback', 'factor_mean', 'sealed_day', 'seal', 'note'],
      ...['unit_kind', 'area_code', 'carried_in'],
    ]);
    expect(sheet.notes).toEqual([]);
    expect(sheet.rows).toHaveLength(1);
  });

  it('says of a running period that its figures are provisional', () => {
    expect(sheet.rows[0]?.[sheet.columns.findIndex(({ key }) => key === 'note')]).toBe('Số tạm tính.');
    expect(sheet.rows[0]?.[8]).toBeNull();
  });
});

describe('the draft report', () => {
  const draft = draftReport(find('met, not certain, closed'));

  it('has the components of NĐ 30/2020/NĐ-CP, and leaves blank what only the office knows', () => {
    expect(draft.agency).toEqual(['ỦY BAN NHÂN DÂN', 'XÃ ĐÔNG SƠN']);
    expect(draft.nation).toBe('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(draft.motto).toBe('Độc lập - Tự do - Hạnh phúc');
    expect(draft.kind).toBe('BÁO CÁO');
    expect(draft.addressee).toBe('Kính gửi: Sở Nội vụ');
    expect(draft.recipients.lines).toHaveLength(3);
    expect(draft.signature.titles).toEqual(['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']);
    expect(draft.subject[0]).toMatch(/mức độ hài lòng .* tại UBND xã Đông Sơn$/);
    expect(textOf(draft.blocks[0] ?? {})).toMatch(/Căn cứ Kế hoạch số ……/);
    for (const blank of [draft.number, draft.placeAndDate]) {
      expect(blank).toContain('……');
      expect(blank).not.toMatch(/\d/);
    }
  });

  it('keeps the name of an office that is no people’s committee', () => {
    const props = { ...find('met and certain'), unitName: 'Sở Nội vụ' };
    expect(draftReport(props)).toMatchObject({ headAgency: [], agency: ['SỞ NỘI VỤ'] });
  });

  it('puts a centre under its people’s committee, and names the only place where people are served', () => {
    const centre = { ...find('met and certain'), unitName: 'Trung tâm Phục vụ hành chính công phường A' };
    const office = { head_agency: 'UBND phường A', places: 'Bộ phận Một cửa' };
    const report = draftReport(centre, office);
    expect(report.headAgency).toEqual(['ỦY BAN NHÂN DÂN', 'PHƯỜNG A']);
    expect(report.agency).toEqual(['TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG PHƯỜNG A']);
    expect(report.signature.titles).toEqual(['GIÁM ĐỐC']);
    expect(report.subject[0]).toMatch(/tại Bộ phận Một cửa$/);
    const twoPlaces = { ...office, places: 'Nơi A\nNơi B' };
    expect(draftReport(centre, twoPlaces).subject[0]).toMatch(/công phường A$/);
  });

  it('has its parts in order, both figures in the same size, and the change to each earlier period', () => {
    const headings = draft.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    expect(headings.map((heading) => heading.split('.')[0])).toEqual([
      ...['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'],
    ]);
    expect(draft.blocks.find(({ kind }) => kind === 'figures')).toMatchObject({
      cells: [['93,0%', expect.stringContaining('93 trong 100 phiếu'), expect.anything()], expect.anything()],
    });
    const comparison = draft.blocks.find(({ kind }) => kind === 'table');
    expect(comparison).toMatchObject({ caption: draftReportVi.comparison.table });
    expect(textOf(comparison ?? {})).toContain(draftReportVi.comparison.change);
  });

  it('says of a counter below the minimum people only, and of one below five nothing', () => {
    const counters = draft.blocks.find(
      (block) => block.kind === 'table' && block.caption === draftReportVi.counters.table,
    );
    expect(counters).toMatchObject({
      rows: [
        ['Quầy 1: Tư pháp – Hộ tịch', '60', '57 (95,0%)'],
        ['Quầy 2: Địa chính – Xây dựng', '28', '25 trong 28 phiếu'],
        ['Quầy 3: Lao động – Thương binh và Xã hội', '–', 'dưới 5 phiếu, không hiện'],
      ],
    });
  });
});
