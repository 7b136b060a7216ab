import { describe, expect, it } from 'vitest';
import { HOSTILE, leakyReport, reportExample } from '../../web/examples/report.examples.ts';
import { resultsPageExamples } from '../../web/pages/ResultsPage.examples.ts';
import { type ResultsPageProps, renderResultsPage } from '../../web/pages/ResultsPage.tsx';
import { faultsOf, textOf } from '../helpers/page-facts.ts';

const assets = { style: '' };

function render(name: string, change: Partial<ResultsPageProps> = {}): string {
  const example = resultsPageExamples.find((candidate) => candidate.name === name);
  if (!example) throw new Error(`no example ${name}`);
  return renderResultsPage({ ...example.props, assets, ...change });
}

describe('the public results', () => {
  it.each(resultsPageExamples)('are sound: $name', ({ props }) => {
    expect(faultsOf(renderResultsPage({ ...props, assets }))).toEqual([]);
  });

  it.each(resultsPageExamples)(
    'say who was asked, and that this is neither SIPAS nor the portal’s figure: $name',
    ({ props }) => {
      const text = textOf(renderResultsPage({ ...props, assets }));
      expect(text).toContain(props.locale === 'vi' ? 'không phải chỉ số SIPAS' : 'neither the SIPAS index');
      const { denominator, suppressed } = props.current.report.indicator;
      if (suppressed || denominator === null) return;
      expect(text).toMatch(
        props.locale === 'vi' ? /[\d.]+ phiếu [\d.]+ hài lòng/ : /[\d,]+ ballots? [\d,]+ satisfied/,
      );
    },
  );

  it('show no figure that is marked as hidden, even where the report carries it', () => {
    const text = textOf(render('met, not certain', { current: { report: leakyReport } }));
    expect(text).toContain('Quầy 2 95,0% 60 phiếu');
    expect(text).not.toMatch(/7\.?717|77,2/);
  });

  it('say in a few lines how far the figure can be believed, and what is not known', () => {
    expect(textOf(render('met, not certain'))).toContain(
      'Với 100 phiếu, mức hài lòng thực có thể trong khoảng 86,3%–96,6%. Kết quả chỉ nói về những phiếu đã trả lời: đã nhận',
    );
    expect(textOf(render('met, not certain'))).not.toContain('Số phiếu còn ít');
    const unknown = {
      report: { ...reportExample, transactions: { n: null }, response_rate_percent: null },
    };
    expect(textOf(render('met, not certain', { current: unknown }))).toContain(
      'chưa có đủ số lượt giao dịch nên chưa biết bao nhiêu lượt chưa trả lời',
    );
    expect(textOf(render('four ballots'))).toContain('Kỳ này chưa đủ 5 phiếu nên chưa có kết quả.');
  });

  it('name the working days without any ballot', () => {
    const text = textOf(render('met, not certain'));
    expect(text).toContain('7 trong 43 ngày làm việc đã qua không có phiếu nào.');
    expect(text).toContain('02/01/2024 05/02–13/02/2024 (6 ngày)');
    const none = { working_days: 43, days: 0, spans: [] };
    expect(textOf(render('met, not certain', { quietDays: none }))).toContain(
      'Không có ngày nào như vậy trong 43 ngày làm việc đã qua.',
    );
    expect(textOf(render('the first day of all, made-up data'))).toContain(
      'Chưa có ngày làm việc nào đã qua.',
    );
  });

  it('do not count weeks that are not there yet', () => {
    const text = textOf(render('met, not certain', { trend: [] }));
    expect(text).toContain('Các tuần');
    expect(text).not.toMatch(/\b0 tuần/);
  });

  it('say how many ballots there are, live', () => {
    expect(textOf(render('met, not certain'))).toContain('Đến nay đã nhận 1.234 phiếu.');
    expect(textOf(render('the first day of all, made-up data'))).toContain('Đến nay chưa nhận phiếu nào.');
  });

  it('explain how it is counted, with this unit’s own least number, targets, formula and survey', () => {
    const text = textOf(render('met, not certain'));
    for (const part of [
      'Lấy số phiếu chọn “Hài lòng” hoặc “Rất hài lòng”',
      'không có mức nào được chọn sẵn',
      'không ai sửa hay xóa được',
      'Nhóm có dưới 5 phiếu không hiện số nào.',
      'từng nhóm ít nhất 5 phiếu',
      'Có dưới 30 phiếu thì chỉ nêu số phiếu',
      'độ tin cậy 95%',
      'Kỳ được chốt sau ngày cuối kỳ 5 ngày',
      'Nghị định 09/2019/NĐ-CP, rà soát ngày',
      '90%, áp dụng từ 01/01/2024',
      '92,5%, áp dụng từ 01/07/2024',
      'Công thức: share-satisfied/1.',
      'Công thức: factor-mean/1.',
      `Mẫu phiếu mot-cua-ngan, bản 1. Mã SHA-256: ${'a3f1'.repeat(16)}`,
    ]) {
      expect(text).toContain(part);
    }
    for (const part of [
      'Một máy gửi nhiều phiếu trong ngày. Với phiếu qua mã QR tại quầy và đường dẫn, mỗi máy được tính 2 phiếu một ngày, gộp mọi quầy; từ phiếu thứ 3 thì không tính. Áp dụng từ ngày 01/01/2024. Từ ngày 06/02/2024: ',
      'Gửi nhanh hơn thời gian để đọc (chưa bật). Từ ngày 06/02/2024: Phiếu gửi khi trang mở chưa đến 0,75 giây',
      'từ phiếu thứ 21 thì không tính. Áp dụng từ ngày 01/01/2024. Ngưỡng ban đầu; sau 20 ngày làm việc có phiếu, ngưỡng được tính lại từ chính những ngày đó.',
      'Quá nhiều phiếu trong ít phút (tắt từ ngày 01/02/2024)',
    ]) {
      expect(text).toContain(part);
    }
    const none = textOf(
      render('met, not certain', {
        rules: { isTrial: false, minimumN: 30, targets: [], setAside: [], surveys: [] },
      }),
    );
    expect(none).toContain('Hiện không có quy tắc nào: mọi phiếu');
    const first = textOf(render('the first day of all, made-up data'));
    expect(first).toContain('Chưa đặt mục tiêu.');
  });

  it('lead to the same figures as JSON, to the privacy notice and to the other language', () => {
    const html = render('met, not certain');
    expect(html).toContain('href="/ket-qua.json?ky=BC-2024-02"');
    expect(html).toContain('href="/rieng-tu"');
    expect(html).toContain('href="/ket-qua?lang=en"');
  });

  it('stay in English where they are in English', () => {
    const html = render('met, not certain, in English');
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('href="/rieng-tu?lang=en"');
    expect(html).toContain('<input type="hidden" name="lang" value="en"');
    expect(textOf(html)).toContain(
      '93.0 % satisfied ABOVE TARGET, NOT CERTAIN With 100 ballots, the true share may be from 86.3% to 96.6%.',
    );
  });

  it('invite citizens to the counters where there is no figure yet', () => {
    const html = render('no ballots');
    expect(textOf(html)).toContain('Chọn quầy để trả lời khảo sát. Quầy 1: Tư pháp – Hộ tịch');
    expect(html).toContain('href="/k/k7mpx"');
    expect(render('no ballots', { openCounters: [] })).not.toContain('href="/k/');
    expect(render('met, not certain')).not.toContain('href="/k/');
  });

  it('fold the rules', () => {
    const html = render('met, not certain');
    const folded = html.slice(html.indexOf('<details class="card fold"'));
    for (const id of ['factors', 'channels', 'set-aside', 'quiet-days', 'seal']) {
      expect(folded, id).toContain(`id="${id}"`);
    }
    expect(folded).not.toContain('id="counters"');
    expect(folded).not.toContain('id="reliability"');
  });

  it('offer no way into the staff pages', () => {
    const html = render('met, not certain');
    expect(html).not.toContain('/lanh-dao');
    expect(html).not.toContain('/can-bo');
    expect(html).not.toContain('/dang-xuat');
  });

  it('offer exactly the periods given', () => {
    expect(render('met, not certain').match(/<option/g)).toHaveLength(4);
    expect(textOf(render('met, not certain', { options: [] }))).toContain('Chưa có kỳ nào để chọn.');
  });

  it('name a reporting period shortly, as a phone must hold it', () => {
    const period = { id: 'BC-2024-Q3', kind: 'report-quarter', from: '2024-06-15', to: '2024-09-14' };
    const html = render('met, not certain', { options: [period] });
    expect(html).toContain('<optgroup label="Kỳ báo cáo quý">');
    expect(html).toContain('>Quý III/2024 (15/06–14/09)</option>');
  });

  it('show counters only where the report has them', () => {
    expect(textOf(render('met, not certain'))).toContain('Không xếp hạng giữa các quầy.');
    expect(render('met, not certain')).toContain('id="counters"');
    expect(render('no ballots')).not.toContain('id="counters"');
  });

  it('give the phone number where there is one', () => {
    expect(textOf(render('met, not certain'))).toContain('vui lòng gọi: 0238 3851 234');
    expect(textOf(render('the first day of all, made-up data'))).not.toContain('lòng gọi:');
  });

  it('show text from outside as text', () => {
    const html = render('met, not certain', {
      unitName: HOSTILE,
      contactPhone: HOSTILE,
      itemNames: { overall: HOSTILE, i34: HOSTILE },
      rules: {
        isTrial: false,
        minimumN: 30,
        targets: [],
        setAside: [
          { id: HOSTILE, is_on: true, threshold: 2, since: HOSTILE, next: null, learns_after_days: null },
        ],
        surveys: [{ id: HOSTILE, version: 1, sha256: HOSTILE }],
      },
    });
    expect(html).not.toContain('<script>alert');
    expect(textOf(html)).toContain('<script>alert(1)</script>');
  });
});
