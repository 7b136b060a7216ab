import { describe, expect, it } from 'vitest';
import { resultsPageExamples } from '../../web/pages/ResultsPage.examples.ts';
import { type ResultsPageProps, renderResultsPage } from '../../web/pages/ResultsPage.tsx';
import { textOf } from '../helpers/page-facts.ts';

function render(change: Partial<ResultsPageProps>): string {
  const props = resultsPageExamples[0]?.props;
  if (!props) throw new Error('there are no examples');
  return textOf(renderResultsPage({ ...props, ...change, assets: { style: '' } }));
}

const restored = (day: string, copied_on: string | null) =>
  ({ day, kind: 'restored', params: { copied_on } }) as const;

describe('the public lines of the results page', () => {
  it('say that nothing has happened where nothing has', () => {
    expect(render({ events: [] })).toContain('Những việc đã ảnh hưởng đến số liệu Chưa có việc nào.');
  });

  it('name the day of a restore and of its copy, the latest line first', () => {
    const text = render({ events: [restored('2024-01-08', '2024-01-07'), restored('2024-02-05', null)] });
    const first = text.indexOf('Ngày 05/02/2024: dữ liệu được khôi phục từ một bản chép không ghi ngày.');
    const second = text.indexOf('Ngày 08/01/2024: dữ liệu được khôi phục từ bản sao lưu ngày 07/01/2024.');
    expect(first).toBeGreaterThan(0);
    expect(second).toBeGreaterThan(first);
  });

  it('name what was renamed, opened, closed, reopened and merged', () => {
    const day = '2024-02-05';
    const params = { counter: 'Đất đai' };
    const text = render({
      events: [
        { day, kind: 'unit-renamed', params: { from: 'UBND xã Đông Sơn', to: 'UBND phường Đông Sơn' } },
        { day, kind: 'counter-opened', params },
        { day, kind: 'counter-renamed', params: { from: 'Hộ tịch', to: 'Tư pháp' } },
        { day, kind: 'counter-closed', params },
        { day, kind: 'counter-reopened', params },
        { day, kind: 'counter-merged', params: { counter: 'Đất đai', into: 'Tư pháp' } },
      ],
    });
    for (const line of [
      'Ngày 05/02/2024: đơn vị đổi tên từ “UBND xã Đông Sơn” thành “UBND phường Đông Sơn”.',
      'Ngày 05/02/2024: mở thêm quầy “Đất đai”.',
      'Ngày 05/02/2024: quầy “Hộ tịch” đổi tên thành “Tư pháp”.',
      'Ngày 05/02/2024: quầy “Đất đai” đóng, ngừng nhận phiếu.',
      'Ngày 05/02/2024: quầy “Đất đai” mở lại.',
      'Ngày 05/02/2024: quầy “Đất đai” gộp vào quầy “Tư pháp”. Phiếu đã gửi trước đó vẫn tính cho quầy cũ.',
    ]) {
      expect(text).toContain(line);
    }
  });

  it('are in English on the English page', () => {
    const text = render({ locale: 'en', events: [restored('2024-02-05', '2024-02-04')] });
    expect(text).toContain('5 Feb 2024: the data were restored from a backup of 4 Feb 2024.');
  });

  it('say what holds from a day on and what held before, without decimals that say nothing', () => {
    const text = render({
      events: [
        { day: '2024-01-29', kind: 'target-changed', params: { since: '2024-02-05', from: null, to: 90 } },
        {
          day: '2024-01-29',
          kind: 'target-withdrawn',
          params: { since: '2024-03-01', withdrawn: 85.25, stays: 90 },
        },
        { day: '2024-01-29', kind: 'minimum-changed', params: { since: '2024-02-05', from: 30, to: 1000 } },
        { day: '2024-01-29', kind: 'minimum-changed', params: { since: '2024-02-05', from: null, to: 30 } },
      ],
    });
    expect(text).toContain('Ngày 29/01/2024: từ 05/02/2024 mục tiêu là 90%.');
    expect(text).toContain('rút lại mục tiêu 85,25% dự kiến áp dụng từ 01/03/2024; mục tiêu vẫn là 90%.');
    expect(text).toContain('đánh giá đạt hay chưa đạt đổi từ 30 thành 1.000.');
    expect(text).toContain('từ 05/02/2024 cần ít nhất 30 phiếu mới đánh giá đạt hay chưa đạt.');
  });

  it('name the survey and where it is asked, in the language of the page', () => {
    const survey = { id: 'dong-son', version: 2, title: { vi: 'Phiếu của xã', en: 'Our survey' } };
    const at = { since: '2024-02-05', counters: ['Quầy 1', 'Quầy 2'], survey };
    const events: ResultsPageProps['events'] = [
      { day: '2024-01-29', kind: 'survey-changed', params: at },
      { day: '2024-01-30', kind: 'survey-withdrawn', params: { ...at, counters: null } },
    ];
    const text = render({ events });
    expect(text).toContain(
      'từ 05/02/2024 dùng mẫu phiếu “Phiếu của xã” (dong-son, phiên bản 2) ở: Quầy 1; Quầy 2.',
    );
    expect(text).toContain(
      'rút lại mẫu phiếu “Phiếu của xã” (dong-son, phiên bản 2) dự kiến dùng từ 05/02/2024 ở tất cả các quầy.',
    );
    expect(render({ locale: 'en', events })).toContain(
      '30 Jan 2024: the survey “Our survey” (dong-son, version 2) planned from 5 Feb 2024 at all counters is withdrawn.',
    );
  });

  it('say which rule was switched or changed, from when on, and what it was before', () => {
    const change = { rule: 'repeat-device', since: '2024-02-06', is_on: true, threshold: 1 };
    const line = (was_on: boolean, was_threshold: number, is_on = true) =>
      ({
        day: '2024-02-05',
        kind: 'rule-changed',
        params: { ...change, is_on, was_on, was_threshold },
      }) as const;
    const name = 'quy tắc “Một máy gửi nhiều phiếu trong ngày”';
    expect(render({ events: [line(true, 2)] })).toContain(
      `Ngày 05/02/2024: quyết định đổi ngưỡng của ${name} từ ngày 06/02/2024. Trước: Với phiếu qua mã QR tại quầy và đường dẫn, mỗi máy được tính 2 phiếu`,
    );
    expect(render({ events: [line(false, 2)] })).toContain(`quyết định bật ${name} từ ngày 06/02/2024.`);
    expect(render({ events: [line(true, 2, false)] })).toContain(
      `quyết định tắt ${name} từ ngày 06/02/2024.`,
    );
  });

  it('say that rules began, and that one switched itself on', () => {
    const text = render({
      events: [
        { day: '2024-02-05', kind: 'rules-begun', params: { rules: ['foreign-form', 'repeat-device'] } },
        {
          day: '2024-02-05',
          kind: 'rule-learned',
          params: { rule: 'burst', since: '2024-02-06', threshold: 8, days: 20 },
        },
      ],
    });
    expect(text).toContain('(Không gửi từ trang khảo sát này; Một máy gửi nhiều phiếu trong ngày)');
    expect(text).toContain(
      'quy tắc “Quá nhiều phiếu trong ít phút” áp dụng từ ngày 06/02/2024 với ngưỡng tính từ 20 ngày làm việc đã có phiếu. Mỗi quầy được tính nhiều nhất 8 phiếu trong 10 phút',
    );
  });
});
