import { describe, expect, it } from 'vitest';
import { HOSTILE, leakyReport } from '../../web/examples/report.examples.ts';
import { leaderPageExamples } from '../../web/pages/LeaderPage.examples.ts';
import { renderLeaderPage } from '../../web/pages/LeaderPage.tsx';
import { weekPageExamples } from '../../web/pages/WeekPage.examples.ts';
import { renderWeekPage, type WeekPageProps } from '../../web/pages/WeekPage.tsx';
import type { SignedInView } from '../../web/types/signed-in.ts';
import { elementOf, faultsOf, textOf } from '../helpers/page-facts.ts';

const assets = { style: '' };

function render(name: string, change: Partial<WeekPageProps> = {}): string {
  const example = weekPageExamples.find((candidate) => candidate.name === name);
  if (!example) throw new Error(`no example ${name}`);
  return renderWeekPage({ ...example.props, assets, ...change });
}

describe("the staff's week", () => {
  it.each(weekPageExamples)('is sound: $name', ({ props }) => {
    expect(faultsOf(renderWeekPage({ ...props, assets }))).toEqual([]);
  });

  it('has the eight letters of the seal, with a way to all days for those who may open it', () => {
    const read = (pages: SignedInView['pages']) =>
      render('an ordinary week', { signedIn: { userName: 'ai-do', isRemembered: false, pages } });
    expect(textOf(read(['/can-bo']))).toContain('Mã đối chiếu số liệu đến hết ngày 14/02/2024: ERXR-36D9');
    expect(read(['/can-bo'])).not.toContain('href="/lanh-dao/niem-phong"');
    expect(read(['/can-bo', '/lanh-dao/niem-phong'])).toContain('href="/lanh-dao/niem-phong"');
    expect(textOf(render('an ordinary week', { seal: null }))).not.toContain('Mã đối chiếu số liệu');
  });

  it('shows no figure that is marked as hidden, even where the report carries it', () => {
    const text = textOf(render('an ordinary week', { week: { report: leakyReport } }));
    expect(text).toContain('Quầy 2 95,0% 60 phiếu');
    expect(text).not.toMatch(/7\.?717|77,2/);
  });

  it('is headed by its days, never by a week number', () => {
    const html = render('an ordinary week');
    expect(html).toContain('<h1 class="paper-only">Tuần 29/01–04/02/2024</h1>');
    expect(textOf(html)).not.toContain('W05');
  });

  it('names the low counter and what to fix with its reason, as the leader reads it; of a counter neither', () => {
    const where = (html: string) => textOf(elementOf(html, 'dl', 'where'));
    const week = where(render('an ordinary week'));
    expect(week).toContain('Ở đâu Quầy 1: Tư pháp – Hộ tịch: 66,7%, thấp rõ so với mục tiêu (40/60 phiếu)');
    expect(week).toContain('Cần sửa Trả kết quả đúng ngày hẹn (hay nêu: Trả chậm)');
    const { lowCounters, fixFirst, topReason } = weekPageExamples[0]!.props;
    const leader = renderLeaderPage({
      ...leaderPageExamples.find(({ name }) => name === 'met, not certain')!.props,
      ...{ assets, lowCounters, fixFirst, topReason },
    });
    expect(where(leader)).toContain(week);
    const line = textOf(elementOf(render('an ordinary week'), 'p', 'report-line'));
    expect(line).toContain('Ưu tiên khắc phục: Trả kết quả đúng ngày hẹn.');
    expect(render('one counter')).not.toContain('class="where"');
  });

  it('calls a change only when it was called', () => {
    expect(textOf(render('an ordinary week'))).toContain(
      'So với tuần trước Trả kết quả đúng ngày hẹn: giảm 12,5 điểm; Quầy 1: Tư pháp – Hộ tịch: tăng 9,7 điểm Chưa thấy khác biệt rõ.',
    );
    expect(textOf(render('clearly better than the week before'))).toContain('Tăng rõ: 8,3 điểm.');
    expect(textOf(render('clearly worse than the week before'))).toContain('Giảm rõ: 8,3 điểm.');
    expect(textOf(render('an ordinary week', { before: null }))).toContain('Chưa đủ phiếu để so sánh.');
  });

  it('names questions and counters whose change was called, without a sign that repeats the word', () => {
    const text = textOf(render('an ordinary week'));
    expect(text).toContain('Trả kết quả đúng ngày hẹn: giảm 12,5 điểm');
    expect(text).toContain('Quầy 1: Tư pháp – Hộ tịch: tăng 9,7 điểm');
  });

  it('shows a percentage of a counter from the least number on, people below it, and nothing below five', () => {
    const text = textOf(render('an ordinary week'));
    expect(text).toContain('Quầy 1: Tư pháp – Hộ tịch thấp rõ 95,0% 60 phiếu');
    expect(text).toContain('Quầy 2: Địa chính – Xây dựng 25 trong 28 phiếu');
    expect(text).toContain('Quầy 3: Lao động – Thương binh và Xã hội dưới 5 phiếu, không hiện');
  });

  it('keeps the counters in the order given, whatever their results', () => {
    const props = weekPageExamples[0]!.props;
    const { report } = props.week;
    const counters = [...report.counters].reverse();
    const html = renderWeekPage({ ...props, assets, week: { report: { ...report, counters } } });
    const text = textOf(html).slice(textOf(html).indexOf('Từng quầy'));
    expect(text.indexOf('Quầy 3')).toBeLessThan(text.indexOf('Quầy 1'));
  });

  it('says what was ticked, for which question, how often', () => {
    expect(textOf(render('an ordinary week'))).toContain('Trả chậm – Trả kết quả đúng ngày hẹn 9');
    expect(textOf(render('an ordinary week', { chips: [] }))).not.toContain('Điều người dân');
  });

  it('says why ballots were set aside and that this is no accusation', () => {
    const text = textOf(render('an ordinary week'));
    expect(text).toContain('Cùng một máy gửi quá nhiều phiếu trong ngày dưới 5 phiếu, không hiện');
    expect(text).toContain('Không tính không có nghĩa là người gửi làm sai.');
    expect(text).toContain('Nếu tính cả các phiếu này: 93,2% hài lòng.');
  });

  it('gives an unknown reason and an unknown channel a name rather than nothing', () => {
    const props = weekPageExamples[0]!.props;
    const { report } = props.week;
    const strange = {
      ...report,
      channels: [{ channel: 'fax', counted: 9, suppressed: false }],
      set_aside: { total: 7, by_reason: [{ reason: 'new-rule', n: 7, suppressed: false }] },
    };
    const text = textOf(renderWeekPage({ ...props, assets, week: { report: strange } }));
    expect(text).toContain('fax 9');
    expect(text).toContain('Lý do khác (new-rule) 7');
  });

  it('says of an empty week that it is empty and leads to the posters', () => {
    const html = render('the first week of all, empty');
    expect(textOf(html)).toContain('Tuần này không có phiếu nào');
    expect(html).toMatch(/<section class="verdict verdict-none"[\s\S]*?<a href="\/can-bo\/ma-qr">/);
    expect(textOf(html)).not.toContain('Từng câu hỏi');
  });

  it('says of a week that has not come, or was before the survey, that it is so', () => {
    const text = textOf(render('a week that has not come'));
    expect(text).toContain('Tuần này chưa đến Tuần bắt đầu ngày 19/02/2024.');
    expect(text).not.toContain('Tuần này không có phiếu nào');
    const early = textOf(render('an ordinary week', { openedOn: '2024-02-05' }));
    expect(early).toContain('Đơn vị bắt đầu khảo sát từ ngày 05/02/2024.');
    expect(early).not.toContain('Từng câu hỏi');
  });

  it('says of the running week that its figures still change, and of no other', () => {
    expect(textOf(render('the running week'))).toContain('Tuần này chưa hết');
    expect(textOf(render('an ordinary week'))).not.toContain('Tuần này chưa hết');
  });

  it('praises the items with nine of ten satisfied, the best first, and what clearly rose', () => {
    const changes = [
      { id: 'overall', difference_points: 9, called: 'up' as const },
      { id: 'i34', difference_points: 12.5, called: 'up' as const },
      { id: 'k7mpx', difference_points: 9.8, called: 'up' as const },
    ];
    const html = render('an ordinary week', { changes });
    const part = textOf(
      html.slice(
        html.indexOf('<section aria-labelledby="praise"'),
        html.indexOf('</section>', html.indexOf('id="praise"')),
      ),
    );
    expect(part).toBe(
      'Điểm được hài lòng cao trong tuần Thái độ của cán bộ: 94 trong 98 phiếu hài lòng. Cách cán bộ hướng dẫn làm hồ sơ: 91 trong 96 phiếu hài lòng. Trả kết quả đúng ngày hẹn: tăng rõ 12,5 điểm so với tuần trước.',
    );
  });

  it('praises nothing of few ballots, of what is hidden, or below nine of ten', () => {
    const { report } = weekPageExamples[0]!.props.week;
    const withQuestion = (n: number, satisfied: number, suppressed = false) => {
      const counts = { '1': 0, '2': 0, '3': n - satisfied, '4': satisfied, '5': 0, na: 0, skipped: 0 };
      const questions = [{ id: 'i31', factor: 'official', n, counts, suppressed }];
      const week = { report: { ...report, questions } };
      return textOf(render('an ordinary week', { week, changes: [] }));
    };
    expect(withQuestion(30, 27)).toContain(
      'Điểm được hài lòng cao trong tuần Thái độ của cán bộ: 27 trong 30 phiếu',
    );
    expect(withQuestion(40, 40)).toContain('cả 40 phiếu đều hài lòng');
    expect(withQuestion(30, 26)).not.toContain('Điểm được hài lòng cao');
    expect(withQuestion(29, 29)).not.toContain('Điểm được hài lòng cao');
    expect(withQuestion(30, 27, true)).not.toContain('Điểm được hài lòng cao');
  });

  it('leads to every week by month, the shown one marked, and to each of its parts', () => {
    const html = render('an ordinary week');
    expect(html).toContain('<optgroup label="Tháng 2/2024">');
    expect(textOf(html)).toContain('4 tuần gần đây 05/02–11/02/2024 (đang diễn ra) 29/01–04/02/2024');
    expect(html).toContain('<option value="2024-W05" selected>');
    for (const part of ['questions', 'chips', 'counters', 'channels', 'set-aside']) {
      expect(html.split(`<div id="${part}">`), part).toHaveLength(2);
    }
  });

  it('says how many ballots the running week has, and nothing else of it', () => {
    expect(textOf(render('an ordinary week'))).toContain(
      'Tuần đang diễn ra (05/02–11/02/2024): đã nhận 110 phiếu, có kết quả khi hết tuần.',
    );
    expect(textOf(render('the first week of all, empty'))).toContain(
      '(05/02–11/02/2024): chưa nhận phiếu nào.',
    );
    expect(textOf(render('an ordinary week', { since: null }))).not.toContain('Tuần đang diễn ra');
  });

  it('leads to the weeks that there are', () => {
    expect(render('an ordinary week')).toContain('rel="prev" href="/can-bo?tuan=2024-W04"');
    expect(render('an ordinary week', { nextHref: null })).not.toContain('rel="next"');
    expect(render('the first week of all, empty')).not.toContain('rel="prev"');
  });

  it('says whose figures it shows and marks the choice', () => {
    expect(textOf(render('an ordinary week'))).toContain('Quầy: Tất cả các quầy');
    const html = render('one counter');
    expect(textOf(html)).toContain('Quầy: Quầy 1: Tư pháp – Hộ tịch');
    expect(html).toContain('<option value="k7mpx" selected>');
    expect(textOf(html)).not.toContain('Từng quầy');
  });

  it('says one sentence of a quiet counter and offers four weeks', () => {
    const html = render('a quiet counter');
    expect(textOf(html)).toContain('Tuần này chưa đủ 5 phiếu nên chưa có kết quả. Đã nhận 3 phiếu.');
    expect(html).toContain('href="/can-bo?tuan=4-tuan"');
    expect(textOf(html)).not.toContain('Từng câu hỏi');
    expect(render('a quiet counter', { fourWeeksHref: null })).not.toContain('href="/can-bo?tuan=4-tuan"');
  });

  it('has unread comments and the weeks before, for those who may read comments', () => {
    const reader = { userName: 'ai-do', isRemembered: false, pages: ['/can-bo', '/can-bo/gop-y'] };
    const html = render('an ordinary week', { signedIn: reader });
    expect(textOf(html)).toContain('Góp ý chưa đọc 17 Giấy hẹn ghi thứ năm mà thứ sáu chưa có.');
    expect(textOf(html)).toMatch(/11 tuần % hài lòng/);
    const signedIn = { userName: 'ai-do', isRemembered: false, pages: ['/can-bo'] };
    expect(textOf(render('an ordinary week', { signedIn }))).not.toContain('Góp ý chưa đọc');
  });

  it('says how many ballots answered more than the first question', () => {
    expect(textOf(render('an ordinary week'))).toMatch(
      /Ít nhất \d+ trong \d+ phiếu trả lời thêm ngoài câu đầu\./,
    );
  });

  it('leaves out a counter that was closed before', () => {
    const { report } = weekPageExamples[0]!.props.week;
    const gone = {
      code: 'zzzzz',
      name: 'Quầy đã đóng',
      denominator: null,
      numerator: null,
      suppressed: true,
      ended: true,
    };
    const week = { report: { ...report, counters: [...report.counters, gone] } };
    expect(textOf(render('an ordinary week', { week }))).not.toContain('Quầy đã đóng');
    const waiting = {
      report: { ...report, counters: [...report.counters, { ...gone, pending: 3 }] },
    };
    expect(textOf(render('an ordinary week', { week: waiting }))).toContain('Quầy đã đóng');
  });

  it('escapes external text', () => {
    const props = weekPageExamples[0]!.props;
    const { report } = props.week;
    const html = renderWeekPage({
      ...props,
      assets,
      unitName: HOSTILE,
      week: {
        report: { ...report, counters: report.counters.map((counter) => ({ ...counter, name: HOSTILE })) },
      },
      counters: [{ code: 'k7mpx', name: HOSTILE, selected: false }],
      chips: [{ item: 'i34', text: HOSTILE, n: 9 }],
      itemNames: { i34: HOSTILE },
    });
    expect(html).not.toContain('<script>alert');
    expect(textOf(html)).toContain('<script>alert(1)</script>');
  });
});
