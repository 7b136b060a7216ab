import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { LevelBars } from '../../web/components/LevelBars.tsx';
import { TrendCard, TrendChart } from '../../web/components/TrendChart.tsx';
import { itemNamesExample, reportExample } from '../../web/examples/report.examples.ts';
import { emptyTrend, trendExample } from '../../web/examples/trend.examples.ts';
import { staffVi } from '../../web/messages/staff.vi.ts';
import type { QuestionView, TrendPoint } from '../../web/types/report-view.ts';
import { elementOf, textOf } from '../helpers/page-facts.ts';

const words = staffVi;

const numbersOf = (html: string, attribute: string): number[] =>
  [...html.matchAll(new RegExp(`\\s${attribute}="(-?[\\d.e-]+)%?"`, 'g'))].map((match) => Number(match[1]));

const drawTrend = (points: readonly TrendPoint[], target: number | null): string =>
  renderToString(<TrendChart points={points} target={target} words={words} />);

const drawBars = (questions: readonly QuestionView[]): string =>
  renderToString(
    <LevelBars questions={questions} itemNames={itemNamesExample} target={90} minimum={30} words={words} />,
  );

const percents = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100);
const trendPoints = fc
  .array(fc.option(fc.tuple(percents, percents, percents, fc.boolean())), { minLength: 1, maxLength: 20 })
  .map((weeks) =>
    weeks.map((week, index): TrendPoint => {
      const [low = 0, percent = 0, high = 0] = week
        ? [week[0], week[1], week[2]].sort((left, right) => left - right)
        : [];
      return {
        period: { id: `week-${index}`, from: '2024-01-29', to: '2024-02-04' },
        denominator: week ? 40 : null,
        percent: week ? percent : null,
        interval: week ? { low, high } : null,
        is_provisional: week?.[3] ?? false,
      };
    }),
  );

describe('the chart of weeks', () => {
  it('names the target, and the last value only on the page of that week', () => {
    const card = (period: object) =>
      textOf(
        renderToString(
          <TrendCard
            points={trendExample}
            report={{ ...reportExample, period: { ...reportExample.period, ...period } }}
            words={words}
          />,
        ),
      );
    expect(card({})).toContain('% hài lòng mục tiêu 90%');
    expect(card({})).toContain('05/02 Mỗi chấm');
    expect(card(trendExample.at(-1)?.period ?? {})).toContain('05/02 94,3% Mỗi chấm');
  });

  it('has one dot for each week shown, hollow for one that is not closed', () => {
    const html = drawTrend(trendExample, 90);
    expect(html.match(/<circle/g)).toHaveLength(10);
    expect(html.match(/class="dot dot-open"/g)).toHaveLength(1);
    expect(textOf(elementOf(html, 'figure', 'chart'))).toContain('05/02 94,3% Mỗi chấm');
  });

  it('is an image with a title, a description and every figure in a table', () => {
    const html = drawTrend(trendExample, 90);
    expect(html).toMatch(
      /<svg class="trend" role="img" aria-labelledby="trend-title" aria-describedby="trend-desc"/,
    );
    expect(textOf(html)).toContain('10 trong 12 tuần có đủ phiếu để hiện.');
    const table = textOf(elementOf(html, 'table', 'figures'));
    expect(table).toContain('05/02–11/02/2024 (tạm tính) 35 94,3%');
    expect(table).toContain('01/01–07/01/2024 17 chưa đủ phiếu');
    expect(table).toContain('04/12–10/12/2023 dưới 5 phiếu, không hiện');
  });

  it('says in words that there is nothing to draw', () => {
    expect(drawTrend(emptyTrend, 90)).toBe('<p>Chưa có tuần nào đủ phiếu để vẽ biểu đồ.</p>');
    expect(drawTrend([], null)).toContain('Chưa có tuần nào');
  });

  it('joins weeks that follow each other, and leaves a gap where one shows no share', () => {
    const points = trendExample.map((point, index) => (index === 8 ? { ...point, percent: null } : point));
    const path = /class="trend-line" d="([^"]*)"/.exec(drawTrend(points, 90))?.[1] ?? '';
    const runs = path.split('M').slice(1);
    const shown = points.map(({ percent }) => percent !== null);
    const begins = shown.filter((isShown, index) => isShown && !shown[index - 1]);
    expect(runs).toHaveLength(begins.length);
    expect(runs.flatMap((run) => run.split('L'))).toHaveLength(shown.filter(Boolean).length);
  });

  it('leaves out the target where none is set', () => {
    expect(drawTrend(trendExample, null)).not.toContain('target-line');
  });

  it('draws everything inside its frame, higher for a higher share, later weeks further right', () => {
    fc.assert(
      fc.property(trendPoints, fc.option(percents), (points, target) => {
        const shown = points.filter((point) => point.percent !== null);
        fc.pre(shown.length > 0);
        const svg = elementOf(drawTrend(points, target), 'figure', 'chart').split('<details')[0] ?? '';
        const across = numbersOf(svg, 'cx');
        const down = numbersOf(svg, 'cy');
        expect(across).toHaveLength(shown.length);
        for (const value of [...across, ...numbersOf(svg, 'x1')]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(100);
        }
        for (const value of [...down, ...numbersOf(svg, 'y1'), ...numbersOf(svg, 'y2')]) {
          expect(value).toBeGreaterThanOrEqual(12 - 1e-9);
          expect(value).toBeLessThanOrEqual(186 + 1e-9);
        }
        for (let index = 1; index < shown.length; index += 1) {
          expect(across[index]!).toBeGreaterThan(across[index - 1]!);
          const rise = (shown[index]!.percent ?? 0) - (shown[index - 1]!.percent ?? 0);
          expect(Math.sign(down[index - 1]! - down[index]!)).toBe(Math.sign(rise));
        }
      }),
    );
  });
});

const counts = fc
  .record({
    '1': fc.nat(500),
    '2': fc.nat(500),
    '3': fc.nat(500),
    '4': fc.nat(500),
    '5': fc.nat(500),
    na: fc.nat(500),
    skipped: fc.nat(500),
  })
  .filter((levels) => levels['1'] + levels['2'] + levels['3'] + levels['4'] + levels['5'] > 0);

const questionOf = (id: string, levels: NonNullable<QuestionView['counts']>): QuestionView => ({
  id,
  factor: null,
  n: levels['1'] + levels['2'] + levels['3'] + levels['4'] + levels['5'],
  counts: levels,
  suppressed: false,
});

describe('the bars of levels', () => {
  it('name each bar by its question and say its three numbers', () => {
    const html = drawBars(reportExample.questions);
    expect(html).toContain('role="img" aria-labelledby="bar-i34" aria-describedby="line-i34"');
    expect(textOf(html)).toContain(
      'Trả kết quả đúng ngày hẹn 81,5% 81 phiếu 66 hài lòng, 4 bình thường, 11 không hài lòng',
    );
  });

  it('have every count in the table behind them', () => {
    const table = textOf(elementOf(drawBars(reportExample.questions), 'table', 'figures'));
    expect(table).toContain('Trả kết quả đúng ngày hẹn 6 5 4 41 25 15 4');
    expect(table).toContain('Cách gửi góp ý, phản ánh với xã dưới 5 phiếu, không hiện');
  });

  it('have the weakest question first, with a percentage from thirty answers on, and not the overall one', () => {
    const text = textOf(drawBars(reportExample.questions));
    const shares = [...text.matchAll(/([\d,]+)% \d+ phiếu/g)].map(([, share = '']) =>
      Number(share.replace(',', '.')),
    );
    expect(shares.length).toBeGreaterThan(3);
    expect(shares).toEqual([...shares].sort((left, right) => left - right));
    const few = questionOf('i25', { '1': 0, '2': 1, '3': 0, '4': 20, '5': 8, na: 0, skipped: 0 });
    expect(textOf(drawBars([few]))).toContain('28 trong 29 phiếu');
    expect(drawBars(reportExample.questions)).not.toContain('bar-overall');
  });

  it('draw no bar for a question that is not shown', () => {
    const html = drawBars(reportExample.questions);
    expect(html).not.toContain('id="line-i37"');
    expect(drawBars(reportExample.questions.filter(({ suppressed }) => suppressed))).toBe(
      '<p>Chưa có câu trả lời nào để hiện.</p>',
    );
  });

  it('say "no data" of a question that nobody answered', () => {
    const nobody = questionOf('i25', { '1': 0, '2': 0, '3': 0, '4': 0, '5': 0, na: 7, skipped: 0 });
    expect(textOf(drawBars([reportExample.questions[0]!, nobody]))).toContain(
      'Chỗ ngồi chờ và bàn viết Không có dữ liệu',
    );
  });

  it('are as long as the shares, all on one scale and inside the frame', () => {
    fc.assert(
      fc.property(fc.array(counts, { minLength: 1, maxLength: 6 }), (all) => {
        const questions = all.map((levels, index) => questionOf(`q${index}`, levels));
        const html = drawBars(questions);
        const lengths = questions.map(({ id }) => {
          const bar = html.slice(
            html.indexOf(`aria-labelledby="bar-${id}"`),
            html.indexOf(`id="line-${id}"`),
          );
          const starts = numbersOf(bar, 'x');
          const widths = numbersOf(bar.replace('width="100%"', ''), 'width');
          expect(widths).toHaveLength(starts.length);
          starts.forEach((start, index) => {
            expect(start).toBeGreaterThanOrEqual(-1e-9);
            expect(start + widths[index]!).toBeLessThanOrEqual(100 + 1e-9);
          });
          return widths.reduce((sum, width) => sum + width, 0);
        });
        for (const length of lengths) expect(length).toBeCloseTo(lengths[0]!, 6);
      }),
    );
  });
});
