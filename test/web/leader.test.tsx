import { describe, expect, it } from 'vitest';
import { leaderPageExamples } from '../../web/pages/LeaderPage.examples.ts';
import { type LeaderPageProps, renderLeaderPage } from '../../web/pages/LeaderPage.tsx';
import { HOSTILE, leakyReport, plainVerdict, reportExample } from '../../web/pages/report.examples.ts';
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

  it.each(leaderPageExamples)('has at most one percentage in its first card: $name', ({ props }) => {
    const card = elementOf(renderLeaderPage({ ...props, assets }), 'section', 'verdict-first');
    const isShown = props.current.report.indicator.percent !== null;
    expect(textOf(card).split('%').length - 1).toBe(isShown ? 1 : 0);
  });

  it('says the verdict, the sentence, three numbers, how many ballots and what to mend first', () => {
    const card = textOf(elementOf(render('met, not certain'), 'section', 'verdict-first'));
    expect(card).toContain('ĐẠT, nhưng chưa đủ phiếu để chắc');
    expect(card).toContain('Trong số 100 người đã trả lời, 93 người hài lòng (93,0%).');
    expect(card).toContain('Trong số người đã trả lời: hài lòng 93 bình thường 4 không hài lòng 3');
    expect(card).toContain('100 phiếu được tính. Số tạm tính đến 14/02/2024, kỳ chưa chốt.');
    expect(card).toContain(
      'Nên sửa trước: Trả kết quả đúng ngày hẹn. Trong 7 người chưa hài lòng, 4 người chấm thấp câu này.',
    );
  });

  it('shows no colour, no figure and nothing to mend below five ballots', () => {
    const card = elementOf(render('four ballots'), 'section', 'verdict-first');
    expect(card).toContain('verdict-none');
    expect(textOf(card)).not.toContain('Nên sửa trước');
    expect(textOf(card)).not.toMatch(/người hài lòng|phiếu được tính/);
  });

  it('shows no figure that is marked as hidden, even where the report carries it', () => {
    const current = { report: leakyReport, verdict: plainVerdict };
    expect(textOf(render('met, not certain', { current, fixFirst: [] }))).not.toMatch(
      /7\.?717|77,2|Nên sửa trước/,
    );
  });

  it('says why nothing is named to be mended first', () => {
    expect(textOf(render('nobody dissatisfied'))).toContain('Nên sửa trước: Chưa có ai chưa hài lòng.');
    expect(textOf(render('met, not certain', { fixFirst: [] }))).toContain('để chỉ ra một việc.');
  });

  it('explains ballots that are not in the figures yet, and only then', () => {
    expect(textOf(render('met, not certain'))).toContain('7 phiếu đã nhận sẽ cộng vào sau.');
    const current = {
      report: { ...reportExample, ballots: { ...reportExample.ballots, pending: 0 } },
      verdict: leaderPageExamples[0]!.props.current.verdict,
    };
    expect(textOf(render('met, not certain', { current }))).not.toContain('sẽ cộng vào sau');
  });

  it('lists the factors from the weakest and says in words which have too few ballots', () => {
    const table = textOf(elementOf(render('met, not certain'), 'table', 'figures'));
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

  it('says that the figure is not the SIPAS index', () => {
    for (const { props } of leaderPageExamples) {
      expect(textOf(renderLeaderPage({ ...props, assets }))).toContain('không phải chỉ số SIPAS');
    }
  });

  it('offers every named period, grouped by kind, with the shown one selected, without script', () => {
    const html = render('met, not certain');
    expect(html).toContain('<form class="picker" method="get" action="/lanh-dao">');
    expect(html.match(/<optgroup/g)).toHaveLength(7);
    expect(html.match(/<option/g)).toHaveLength(9);
    expect(html.match(/<option selected value="[^"]*"|<option value="[^"]*" selected/g)).toHaveLength(1);
    expect(html).toMatch(/<option[^>]*BC-2024-02[^>]*>Kỳ báo cáo tháng 2\/2024 \(15\/01–14\/02\/2024\)/);
  });

  it('marks the current page and signs out by a form', () => {
    const html = render('met, not certain');
    expect(html).toMatch(/<a href="\/lanh-dao" aria-current="page"/);
    expect(html).not.toMatch(/<a href="\/can-bo" aria-current/);
    expect(html).toContain('<form method="post" action="/dang-xuat">');
    expect(html).toContain('<meta name="hailong" content="leader"');
  });

  it('puts style and script into the page byte for byte', () => {
    const html = render('met, not certain');
    expect(html).toContain(`<style>${assets.style}</style>`);
    expect(html).toContain(`<script>${assets.script}</script>`);
  });

  it('says that data is made up exactly when it is', () => {
    expect(textOf(render('met, not certain'))).not.toContain('SỐ LIỆU GIẢ');
    expect(textOf(render('met, not certain', { demo: true }))).toContain('SỐ LIỆU GIẢ ĐỂ XEM THỬ');
  });

  it('shows text from outside as text', () => {
    const html = render('met, not certain', {
      unitName: HOSTILE,
      itemNames: { i34: HOSTILE, i37: HOSTILE },
    });
    expect(html).not.toContain('<script>alert');
    expect(textOf(html)).toContain('<script>alert(1)</script>');
  });
});
