import { describe, expect, it } from 'vitest';
import { headlineExamples } from '../../web/examples/headline.examples.ts';
import { reportExample, reportWith } from '../../web/examples/report.examples.ts';
import { sayHeadline } from '../../web/formatting/headline-sentences.ts';
import { sayConclusion } from '../../web/formatting/report-line.ts';
import { sayResponse, sayStatus } from '../../web/formatting/status-sentences.ts';
import { figuresEn } from '../../web/messages/figures.en.ts';
import { staffVi } from '../../web/messages/staff.vi.ts';

const vi = staffVi;

function say(name: string) {
  const example = headlineExamples.find((candidate) => candidate.name === name);
  if (!example) throw new Error(`no example ${name}`);
  const { figure, box, tone, sentence } = sayHeadline(example.report, vi);
  return {
    tone,
    said: [figure?.join('') ?? '', box?.join(' ') ?? '', sentence ?? ''].join(' | '),
    reported: sayConclusion(example.report, vi),
  };
}

describe('the headline in words', () => {
  it.each([
    ['met and certain', '94,0%', 'ĐẾN NAY: ĐẠT'],
    ['met, not certain', '93,0%', 'TRÊN MỤC TIÊU, CHƯA CHẮC'],
    ['not met and certain', '77,5%', 'ĐẾN NAY: CHƯA ĐẠT'],
    ['not met, not certain', '88,0%', 'DƯỚI MỤC TIÊU, CHƯA CHẮC'],
    ['too few ballots', '11 trong 12 phiếu', 'CHƯA ĐỦ PHIẾU'],
    ['five ballots', '4 trong 5 phiếu', 'CHƯA ĐỦ PHIẾU'],
    ['four ballots', '', 'CHƯA CÓ KẾT QUẢ'],
    ['no ballots', '', 'CHƯA CÓ KẾT QUẢ'],
  ])('has one figure and one box: %s', (name, figure, box) => {
    expect(say(name).said).toMatch(new RegExp(`^${figure} \\| ${box} \\| [A-ZĐKTS]`));
  });

  it('never says more than the range does, above the target and below it alike', () => {
    for (const name of ['met, not certain', 'not met, not certain', 'met, cannot be settled within reason']) {
      expect(say(name).said, name).toMatch(
        /Với [\d.]+ phiếu, mức hài lòng thực có thể từ [\d,]+% đến [\d,]+%\./,
      );
      expect(say(name).reported, name).toContain('chưa đủ cơ sở để khẳng định');
    }
    expect(say('met and certain').reported).not.toContain('chưa đủ cơ sở');
  });

  it('has neither box nor verdict where no target is set', () => {
    const { said, reported } = say('no target');
    expect(said).toBe('93,0% |  | ');
    expect(reported).not.toMatch(/mục tiêu \d/);
  });

  it('shows nothing where the report says so, whatever figures it carries', () => {
    const { figure, box } = sayHeadline(reportWith({ suppressed: true }), vi);
    expect(figure).toBeNull();
    expect(box).toEqual(['CHƯA CÓ KẾT QUẢ']);
  });

  it.each(headlineExamples)('has words in both languages: $name', ({ report }) => {
    const texts = [vi, figuresEn].map((words) => sayHeadline(report, words));
    expect(texts[0]?.box === null).toBe(texts[1]?.box === null);
    expect(texts[0]?.sentence === null).toBe(texts[1]?.sentence === null);
  });
});

describe('what stands around the figures', () => {
  it('distinguishes provisional from closed', () => {
    expect(sayStatus(reportExample, vi)).toBe('Số tạm tính đến 14/02/2024, kỳ chưa chốt.');
    const closed_at = '2024-02-20T00:00:00+07:00';
    expect(sayStatus({ ...reportExample, period: { ...reportExample.period, closed_at } }, vi)).toBe(
      'Kỳ đã chốt, số tính đến hết 19/02/2024.',
    );
  });

  it.each([
    [41.67, 'Cứ 10 lượt có 4 phiếu trả lời; ý kiến của 6 lượt còn lại chưa biết.'],
    [94.9, 'Cứ 10 lượt có 9 phiếu trả lời; ý kiến của 1 lượt còn lại chưa biết.'],
    [3.2, 'Cứ 100 lượt có 3 phiếu trả lời; ý kiến của 97 lượt còn lại chưa biết.'],
    [99, 'Gần như lượt nào cũng có phiếu trả lời.'],
    [100, 'Gần như lượt nào cũng có phiếu trả lời.'],
    [131.25, 'Số phiếu nhiều hơn số lượt giao dịch đã nhập. Vui lòng kiểm tra lại số lượt giao dịch.'],
  ])('says who answered at %d percent', (response_rate_percent, sentence) => {
    expect(sayResponse({ ...reportExample, response_rate_percent }, vi)).toBe(sentence);
  });

  it('says nothing of the response where transactions are not known', () => {
    expect(sayResponse({ ...reportExample, response_rate_percent: null }, vi)).toBeNull();
  });
});
