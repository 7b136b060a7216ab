import { describe, expect, it } from 'vitest';
import {
  HOSTILE,
  hiddenReport,
  leakyReport,
  reportExample,
  reportWith,
} from '../../web/examples/report.examples.ts';
import { leaderPageExamples } from '../../web/pages/LeaderPage.examples.ts';
import { type LeaderPageProps, renderLeaderPage } from '../../web/pages/LeaderPage.tsx';
import { elementOf, faultsOf, textOf } from '../helpers/page-facts.ts';

const assets = { style: 'body{color:red}', script: 'if(1<2&&3>2){}' };

function render(name: string, change: Partial<LeaderPageProps> = {}): string {
  const example = leaderPageExamples.find((candidate) => candidate.name === name);
  if (!example) throw new Error(`no example ${name}`);
  return renderLeaderPage({ ...example.props, assets, ...change });
}

describe("the leader's page", () => {
  it.each(leaderPageExamples)('is sound: $name', ({ props }) => {
    expect(faultsOf(renderLeaderPage({ ...props, assets }))).toEqual([]);
  });

  const headlineOf = (html: string) => elementOf(html, 'section', 'headline');

  it.each(leaderPageExamples)(
    'has one large figure, or a box that says why there is none: $name',
    ({ props }) => {
      const card = headlineOf(renderLeaderPage({ ...props, assets }));
      const isShown = !props.current.report.indicator.suppressed;
      expect(card.match(/class="figure"/g) ?? []).toHaveLength(isShown ? 1 : 0);
      expect(card.match(/class="box /g) ?? []).toHaveLength(
        isShown && props.current.report.indicator.target === null ? 0 : 1,
      );
    },
  );

  it.each([
    [
      'met, not certain',
      '93,0 % hài lòng TRÊN MỤC TIÊU, CHƯA CHẮC Với 100 phiếu, mức hài lòng thực có thể từ 86,3% đến 96,6%.',
    ],
    ['met and certain', '94,0 % hài lòng ĐẾN NAY: ĐẠT Trên mục tiêu 90% rõ ràng, nhưng kỳ chưa chốt.'],
    [
      'not met and certain',
      '77,5 % hài lòng ĐẾN NAY: CHƯA ĐẠT Dưới mục tiêu 90% rõ ràng, nhưng kỳ chưa chốt.',
    ],
    [
      'not met, not certain',
      '88,0 % hài lòng DƯỚI MỤC TIÊU, CHƯA CHẮC Với 100 phiếu, mức hài lòng thực có thể từ',
    ],
    ['exactly the target', '90,0 % hài lòng TRÊN MỤC TIÊU, CHƯA CHẮC'],
    ['too few ballots', '11 trong 12 phiếu hài lòng CHƯA ĐỦ PHIẾU Từ 30 phiếu mới tính tỷ lệ phần trăm.'],
    ['four ballots', 'CHƯA CÓ KẾT QUẢ Kỳ này chưa đủ 5 phiếu nên chưa có kết quả.'],
    ['no target', '93,0 % hài lòng ▲'],
  ])('says no more than is known: %s', (name, said) => {
    expect(textOf(headlineOf(render(name)))).toContain(said);
  });

  it('says met and not met of a closed period, and how many satisfied ballots are missing', () => {
    const closed = (indicator: Parameters<typeof reportWith>[0]) => {
      const period = { ...reportExample.period, closed_at: '2024-02-20T00:00:00+07:00' };
      return textOf(
        headlineOf(
          render('met, not certain', {
            current: { report: reportWith(indicator, { period }) },
          }),
        ),
      );
    };
    expect(
      closed({ numerator: 940, denominator: 1_000, percent: 94, interval: { low: 92.4, high: 95.3 } }),
    ).toContain('ĐẠT Trên mục tiêu 90% rõ ràng.');
    expect(
      closed({
        numerator: 310,
        denominator: 400,
        percent: 77.5,
        verdict: 'not-met',
        interval: { low: 73.2, high: 81.3 },
      }),
    ).toContain('CHƯA ĐẠT Thiếu 50 phiếu hài lòng so với mục tiêu 90%.');
  });

  it('names where, what and what people write, counters by name and questions without counts', () => {
    const card = textOf(headlineOf(render('met, not certain')));
    expect(card).toContain(
      'Ở đâu Quầy 1: Tư pháp – Hộ tịch: 63,3%, thấp rõ so với mục tiêu (38/60 phiếu), giảm rõ 9,1 điểm',
    );
    expect(card).toContain('Quầy 2: Địa chính – Xây dựng: 15 trong 28 phiếu, thấp rõ so với mục tiêu');
    expect(card).toContain('Cần sửa Trả kết quả đúng ngày hẹn (hay nêu: Trả chậm)');
    expect(textOf(headlineOf(render('met, not certain', { topReason: null })))).toContain(
      'Cần sửa Trả kết quả đúng ngày hẹn (hay bị chấm mức 1–2 nhất)',
    );
    expect(card).toContain('Dân viết 17 góp ý chưa đọc');
    const none = textOf(
      headlineOf(render('met, not certain', { lowCounters: [], comments: { unread: 0, total: 31 } })),
    );
    expect(none).toContain('Không quầy nào thấp rõ so với mục tiêu');
    expect(none).toContain('Đã đọc hết 31 góp ý');
    const unsure = reportWith(
      {},
      { counters: [{ ...reportExample.counters[0]!, numerator: 25, denominator: 30 }] },
    );
    expect(
      textOf(headlineOf(render('met, not certain', { lowCounters: [], current: { report: unsure } }))),
    ).toContain('83,3%, dưới mục tiêu, chưa chắc vì ít phiếu (30)');
    const many = ['a', 'b', 'c', 'd', 'e'].map((code) => ({
      ...{ code, name: `Quầy ${code}`, numerator: 10, denominator: 40 },
      ...{ isBelowTarget: true, points: null },
    }));
    expect(textOf(headlineOf(render('met, not certain', { lowCounters: many })))).toMatch(
      /Quầy c: .*và 2 quầy nữa/,
    );
  });

  it('leads to the posters, and to nothing to mend, below five ballots', () => {
    const card = headlineOf(render('four ballots'));
    expect(card).toContain('href="/can-bo/ma-qr"');
    expect(textOf(card)).not.toMatch(/Cần sửa|Ở đâu/);
  });

  it('adds its ballots up, and leaves out terms that are 0', () => {
    const account = (ballots: object) => {
      const report = { ...reportExample, ballots: { ...reportExample.ballots, ...ballots } };
      return textOf(elementOf(render('met, not certain', { current: { report } }), 'div', 'account'));
    };
    expect(account({})).toBe('Đã nhận 110 = 100 tính + 3 không tính + 7 chờ');
    expect(account({ received: 97, carried_in: 3, set_aside: 0, pending: 0 })).toBe(
      'Đã nhận 97 + kỳ trước chuyển sang 3 = 100 tính',
    );
  });

  it('says how far it is from the period before, with that figure', () => {
    const change = (difference_points: number, numerator: number, called: 'up' | 'down' | null = null) => {
      const report = reportWith({ numerator, denominator: 10_000, percent: numerator / 100 });
      return textOf(
        elementOf(
          render('met, not certain', {
            before: { report, change: { id: 'overall', difference_points, called } },
          }),
          'p',
          'headline-change',
        ),
      );
    };
    expect(change(3, 9_000)).toBe('▲ 3,0 điểm, chưa khác rõ (tháng 2: 90,0%)');
    expect(change(-6.3, 9_934, 'down')).toBe('▼ 6,3 điểm, giảm rõ (tháng 2: 99,3%)');
    expect(change(0.4, 9_256, 'up')).toBe('▲ 0,4 điểm, tăng rõ (tháng 2: 92,6%)');
    expect(change(0, 9_304)).toBe('= Không đổi, chưa khác rõ (tháng 2: 93,0%)');
  });

  it('is the year as cells and chooser, with the shown period marked and its state in words', () => {
    const year = elementOf(render('met, not certain'), 'ul', 'year');
    expect(year).toMatch(/href="\/lanh-dao\?ky=BC-2024-02"[^>]*aria-current="page"/);
    expect(textOf(year)).toContain(
      'T1 95,1 %, đạt T2 93,0 %, sát mục tiêu, chưa chắc, tạm tính T3 81,3 %, chưa đạt',
    );
    expect(textOf(year)).toContain('Quý I 92,4');
  });

  it('shows no figure that is marked as hidden, even where the report carries it', () => {
    const current = { report: leakyReport };
    expect(textOf(render('met, not certain', { current, fixFirst: [] }))).not.toMatch(
      /7\.?717|77,2|Cần sửa Trả/,
    );
  });

  it('says why nothing is named to be mended first', () => {
    expect(textOf(render('nobody dissatisfied'))).toContain('Không có phiếu nào dưới mức hài lòng');
    expect(textOf(render('met, not certain', { fixFirst: [] }))).toContain('để xác định việc cần sửa');
  });

  it('lists the factors from the weakest and says in words which have too few ballots', () => {
    const html = render('met, not certain');
    const table = textOf(elementOf(html.slice(html.indexOf('id="factors"')), 'table', 'figures'));
    const order = [
      'Kết quả giải quyết 81,5%',
      'Thủ tục hành chính 88,5%',
      'Tiếp cận dịch vụ 92,1%',
      'Công chức 95,4%',
    ];
    expect(order.map((text) => table.indexOf(text))).toEqual(
      order.map((text) => table.indexOf(text)).sort((left, right) => left - right),
    );
    expect(order.every((text) => table.includes(text))).toBe(true);
    expect(table).toMatch(/Tiếp nhận, xử lý góp ý chưa đủ phiếu 21$/);
  });

  it('says that the figure is neither the SIPAS index nor the portal’s', () => {
    for (const { props } of leaderPageExamples) {
      expect(textOf(renderLeaderPage({ ...props, assets }))).toMatch(
        /không phải chỉ số SIPAS, cũng không phải .*\(Bộ chỉ số 766\)/,
      );
    }
  });

  it('offers every named period once, by year and kind, with the shown one marked, without script', () => {
    const html = render('met, not certain');
    const picker = html.slice(html.indexOf('id="picker"'));
    expect(picker.match(/<h3>Năm 2024<\/h3>/g)).toHaveLength(1);
    expect(picker.match(/<ul class="choices calendar"/g)).toHaveLength(7);
    for (const { id } of leaderPageExamples[0]!.props.options.periods) {
      expect(picker.split(`href="/lanh-dao?ky=${id}"`), id).toHaveLength(2);
    }
    expect(picker.match(/aria-current="page"/g)).toHaveLength(1);
    expect(picker).toMatch(/href="\/lanh-dao\?ky=BC-2024-02" aria-current="page">/);
    expect(textOf(picker)).toContain('Quý I 15/12/2023–14/03/2024');
    expect(html).toContain('href="#picker"');
  });

  it('compares with the period before and a year ago, and calls a change only where it was called', () => {
    const text = textOf(render('met, not certain'));
    expect(text).toContain(
      'Kỳ trước (15/12/2023–14/01/2024): 90,0% trong 400 phiếu. Chưa thấy khác biệt rõ.',
    );
    expect(text).toContain(
      'Cùng kỳ năm trước (15/01–14/02/2023): 77,5% trong 400 phiếu. Nay tăng rõ: 15,5 điểm.',
    );
    const none = textOf(render('met, not certain', { before: null, yearBefore: null }));
    expect(none).toContain('Chưa có kỳ trước để so sánh. Chưa có cùng kỳ năm trước để so sánh.');
  });

  it('says why two periods are not compared', () => {
    const change = { id: 'overall', difference_points: null, called: null };
    const few = render('met, not certain', { before: { report: hiddenReport(3), change } });
    expect(textOf(few)).toContain('): Chưa đủ phiếu để so sánh.');
  });

  it('compares a whole year with one period, as both are the same', () => {
    const year = {
      id: 'BC-2024',
      kind: 'report-year',
      from: '2023-12-15',
      to: '2024-12-14',
      closed_at: null,
    };
    const current = { report: { ...reportExample, period: year } };
    const text = textOf(render('met, not certain', { current, yearBefore: null }));
    expect(text).toContain('Kỳ trước');
    expect(text).not.toContain('ùng kỳ năm trước');
  });

  it('names counters that have clearly changed, or says that none has, or that they are too small', () => {
    expect(textOf(render('met, not certain'))).toContain(
      'So với kỳ trước: Quầy 1: Tư pháp – Hộ tịch: giảm rõ 9,1 điểm',
    );
    const unclear = [{ id: 'k7mpx', difference_points: 2, called: null }];
    expect(textOf(render('met, not certain', { counterChanges: unclear }))).toContain(
      'chưa thấy quầy nào khác biệt rõ',
    );
    const small = [{ id: 'k7mpx', difference_points: null, called: null }];
    expect(textOf(render('met, not certain', { counterChanges: small }))).toContain(
      'Chưa có quầy nào đủ 30 phiếu ở cả hai kỳ',
    );
  });

  it('shows a counter below 30 ballots as people, even where the minimum is lower', () => {
    const report = reportWith({ minimum_n: 10 });
    const text = textOf(render('met, not certain', { current: { report } }));
    expect(text).toContain('Quầy 2: Địa chính – Xây dựng thấp rõ 25 trong 28 phiếu');
  });

  it('lists what to mend first by how many marked it low, and claims no cause', () => {
    const text = textOf(render('met, not certain'));
    expect(text).toMatch(/Trả kết quả đúng ngày hẹn: 4 phiếu .*Giấy tờ phải nộp: 2 phiếu/);
    expect(text).toContain('không phải nguyên nhân đã được xác định');
  });

  it('folds the other formulas away, each with its name', () => {
    const html = render('met, not certain');
    const fold = html.slice(html.indexOf('id="other"'));
    expect(textOf(fold)).toContain('Trung bình các nhóm: 89,4%.');
    expect(textOf(fold)).toContain('4,32 trên 5 (bằng 86,4% của điểm cao nhất)');
    expect(textOf(fold)).toContain('share-satisfied/1, factor-mean/1, mean-score/1');
    expect(html.split('Trung bình các nhóm')).toHaveLength(2);
  });

  const dayOf = (day: string, indicator = {}, period = {}) =>
    render('too few ballots', {
      now: { day },
      current: {
        report: reportWith(
          { numerator: 11, denominator: 12, percent: null, interval: null, verdict: 'too-few', ...indicator },
          { period: { ...reportExample.period, ...period } },
        ),
      },
    });

  it('says how many days a running period has left, and nothing of one that is over', () => {
    expect(textOf(dayOf('2024-02-01'))).toContain(', còn 14 ngày kể cả hôm nay');
    expect(textOf(dayOf('2024-02-14'))).toContain(', hôm nay là ngày cuối');
    expect(textOf(dayOf('2024-02-15'))).not.toMatch(/còn \d+ ngày|ngày cuối/);
  });

  it('warns from two days before the end, and only while there are too few ballots', () => {
    const warning = 'mà còn ít phiếu.';
    expect(textOf(dayOf('2024-02-11'))).not.toContain(warning);
    expect(textOf(dayOf('2024-02-12'))).toContain(
      `Kỳ sắp hết (còn 3 ngày kể cả hôm nay) ${warning} Mới có 12 phiếu. Cần ít nhất 30 phiếu`,
    );
    expect(textOf(dayOf('2024-02-14'))).toContain(warning);
    expect(textOf(dayOf('2024-02-15'))).not.toContain(warning);
    const hidden = { report: hiddenReport(4) };
    const few = textOf(render('four ballots', { now: { day: '2024-02-13' }, current: hidden }));
    expect(few).toContain(`(còn 2 ngày kể cả hôm nay) ${warning} Cần ít nhất 30 phiếu`);
    const enough = { numerator: 27, denominator: 30 };
    expect(textOf(dayOf('2024-02-14', enough))).not.toContain(warning);
  });

  it('says of a period that has not come, or was before the survey, that it is so', () => {
    const future = dayOf('2024-01-14');
    expect(textOf(future)).toContain('Kỳ này chưa đến Kỳ bắt đầu ngày 15/01/2024.');
    expect(future).not.toContain('class="headline"');
    const early = dayOf('2024-02-14', {}, { id: 'BC-2022-02', from: '2022-01-15', to: '2022-02-14' });
    expect(textOf(early)).toContain('Đơn vị bắt đầu khảo sát từ ngày 02/01/2023.');
    for (const html of [future, early]) expect(faultsOf(html)).toEqual([]);
  });

  it('shows the figures of others beside its own, each with what it measures, in place of the note', () => {
    const external = [
      { code: 'sipas', period: '2023', percent: 84.6, source: 'Báo cáo của tỉnh' },
      { code: 'dvcqg-766', period: '2023-Q4', percent: 99.2, source: 'Cổng, 12/01' },
    ] as const;
    const current = { report: { ...reportExample, external } };
    const text = textOf(render('met, not certain', { current }));
    expect(text).toMatch(/Kỳ này, theo phiếu của người vừa làm thủ tục: \d+,\d%\./);
    expect(text).toContain('SIPAS năm 2023 của tỉnh, điều tra hộ gia đình: 84,6% (nguồn: Báo cáo của tỉnh).');
    expect(text).toContain('quý IV/2023, hồ sơ đúng hạn và không bị phản ánh: 99,2% (nguồn: Cổng, 12/01).');
    expect(text).not.toContain('không phải chỉ số SIPAS');
  });

  it('marks the current page and signs out by a form', () => {
    const html = render('met, not certain');
    expect(html).toMatch(/<a href="\/lanh-dao" aria-current="page"/);
    expect(html).not.toMatch(/<a href="\/can-bo" aria-current/);
    expect(html).toContain('<form method="post" action="/dang-xuat">');
    expect(html).toContain('<meta name="hailong" content="leader"');
  });

  it('inlines style and script byte for byte', () => {
    const html = render('met, not certain');
    expect(html).toContain(`<style>${assets.style}</style>`);
    expect(html).toContain(`<script type="module">${assets.script}</script>`);
  });

  it('says that data is made up exactly when it is', () => {
    expect(textOf(render('met, not certain'))).not.toContain('SỐ LIỆU GIẢ');
    expect(textOf(render('met, not certain', { demo: true }))).toContain('SỐ LIỆU GIẢ ĐỂ XEM THỬ');
  });

  it('escapes external text', () => {
    const html = render('met, not certain', {
      unitName: HOSTILE,
      itemNames: { i34: HOSTILE, i37: HOSTILE },
    });
    expect(html).not.toContain('<script>alert');
    expect(textOf(html)).toContain('<script>alert(1)</script>');
  });
});
