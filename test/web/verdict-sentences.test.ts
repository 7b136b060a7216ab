import { describe, expect, it } from 'vitest';
import { headlineExamples } from '../../web/examples/headline.examples.ts';
import { plainVerdict, reportExample, reportWith } from '../../web/examples/report.examples.ts';
import { sayResponse, sayStatus } from '../../web/formatting/status-sentences.ts';
import { sayVerdict } from '../../web/formatting/verdict-sentences.ts';
import { figuresEn } from '../../web/messages/figures.en.ts';
import { staffVi } from '../../web/messages/staff.vi.ts';

const vi = staffVi;

function say(name: string) {
  const example = headlineExamples.find((candidate) => candidate.name === name);
  if (!example) throw new Error(`no example ${name}`);
  const sentences = sayVerdict(example.report, example.verdict, vi);
  return {
    state: sentences.state,
    tone: sentences.tone,
    heading: [sentences.lead, sentences.tail].filter(Boolean).join(' '),
    summary: sentences.summary.join(' '),
    more: sentences.more.join(' '),
    rest: sentences.rest,
  };
}

describe('the verdict in words', () => {
  it('says that a sure success is sure', () => {
    expect(say('met and certain')).toEqual({
      state: 'met',
      tone: 'met',
      heading: 'ĐẠT mục tiêu',
      summary: 'Trong số 1.000 người đã trả lời, 940 người hài lòng (94,0%). Số phiếu đủ để kết luận.',
      more: 'Mục tiêu: 90% (áp dụng từ 01/01/2024). Mức mục tiêu là 900 người hài lòng. Với 1.000 phiếu, con số có thể từ 92,4% đến 95,3%.',
      rest: 'Trong 60 người còn lại: 40 người thấy bình thường, 20 người không hài lòng.',
    });
  });

  it('says of an unsure success how many more ballots would settle it', () => {
    expect(say('met, not certain')).toMatchObject({
      state: 'met-unsure',
      heading: 'ĐẠT, nhưng chưa đủ phiếu để chắc',
      summary: 'Trong số 100 người đã trả lời, 93 người hài lòng (93,0%). Mức mục tiêu là 90 người hài lòng.',
      more: 'Mục tiêu: 90% (áp dụng từ 01/01/2024). Do mới có 100 phiếu, con số có thể từ 86,3% đến 96,6%. Muốn chắc, cần thêm khoảng 285 phiếu, nếu các phiếu sau cũng như vậy.',
    });
  });

  it('asks for no more ballots once the period is closed', () => {
    expect(say('met, not certain, closed').more).toContain(
      'phải có thêm khoảng 285 phiếu như vậy; kỳ này đã chốt.',
    );
  });

  it('says why a verdict cannot become surer', () => {
    expect(say('met, cannot be settled by the transactions there are')).toMatchObject({
      state: 'met-close',
      heading: 'ĐẠT, nhưng sát mục tiêu',
    });
    expect(say('met, cannot be settled by the transactions there are').more).toContain(
      'Trong kỳ này không thể chắc hơn, vì chỉ có 240 lượt giao dịch.',
    );
    expect(say('met, cannot be settled within reason').more).toContain('quá sát mục tiêu');
    const unknown = sayVerdict(reportExample, { ...plainVerdict, cannot_settle: 'transactions' }, vi);
    expect(unknown.more.at(-1)).toBe('Trong kỳ này không thể chắc hơn, vì không có đủ lượt giao dịch.');
  });

  it('says of a failure how many satisfied are missing', () => {
    expect(say('not met and certain')).toMatchObject({
      state: 'not-met',
      tone: 'not-met',
      heading: 'CHƯA ĐẠT',
      summary:
        'Trong số 400 người đã trả lời, 310 người hài lòng (77,5%). Còn thiếu 50 người hài lòng để bằng mục tiêu.',
    });
    expect(say('not met and certain').more).toContain('Số phiếu đủ để kết luận.');
    expect(say('not met, not certain')).toMatchObject({
      state: 'not-met-unsure',
      heading: 'CHƯA ĐẠT, nhưng chưa đủ phiếu để chắc',
      summary:
        'Trong số 100 người đã trả lời, 88 người hài lòng (88,0%). Còn thiếu 2 người hài lòng để bằng mục tiêu.',
    });
  });

  it('does not round a failure up to the target', () => {
    const close = say('not met by a hair, cannot be settled');
    expect(close.state).toBe('not-met-close');
    expect(close.summary).toContain('(89,96%)');
  });

  it('says that the target is met exactly', () => {
    expect(say('exactly the target')).toMatchObject({
      state: 'met-exactly',
      heading: 'ĐẠT (vừa bằng mục tiêu)',
      summary: 'Trong số 100 người đã trả lời, 90 người hài lòng (90,0%).',
    });
    expect(say('exactly the target').more).toContain('vừa đúng bằng mục tiêu');
  });

  it('has its own sentences for all and for nobody', () => {
    expect(say('exactly the least number of ballots, all satisfied')).toMatchObject({
      summary:
        'Trong số 30 người đã trả lời, tất cả đều hài lòng (100,0%). Mức mục tiêu là 27 người hài lòng.',
      rest: null,
    });
    expect(say('nobody satisfied').summary).toContain('không có ai hài lòng (0,0%)');
  });

  it('gives counts and neither percentage nor colour below the least number of ballots', () => {
    expect(say('too few ballots')).toEqual({
      state: 'too-few',
      tone: 'none',
      heading: 'CHƯA ĐỦ PHIẾU để nói đạt hay chưa',
      summary: 'Mới có 12 phiếu, cần ít nhất 30. Trong số 12 người đã trả lời, 11 người hài lòng.',
      more: '',
      rest: 'Một người còn lại thấy bình thường.',
    });
    expect(say('five ballots').summary).toContain('Mới có 5 phiếu');
  });

  it('shows nothing of fewer than five ballots but that they were received', () => {
    for (const [name, count] of [
      ['four ballots', 4],
      ['one ballot', 1],
    ] as const) {
      expect(say(name)).toMatchObject({ state: 'waiting', tone: 'none', more: '', rest: null });
      expect(say(name).summary).toContain(`Đã nhận ${count} phiếu.`);
    }
  });

  it('shows nothing where the report says so, whatever figures it carries', () => {
    const report = reportWith(
      { suppressed: true },
      { ballots: { received: 103, set_aside: 3, counted: 100, pending: 0, carried_in: 0 } },
    );
    expect(sayVerdict(report, plainVerdict, vi)).toMatchObject({ state: 'waiting', rest: null, more: [] });
  });

  it('points to the posters when there are no ballots', () => {
    expect(say('no ballots')).toMatchObject({
      state: 'none',
      heading: 'CHƯA CÓ PHIẾU NÀO trong kỳ này',
      summary: 'Hãy xem tờ dán mã còn ở quầy không.',
    });
  });

  it('says that all ballots were set aside rather than that there are none', () => {
    expect(say('all set aside')).toMatchObject({ state: 'all-set-aside' });
    expect(say('all set aside').summary).toContain('Đã nhận 6 phiếu');
  });

  it('gives the figure without a verdict where no target is set', () => {
    expect(say('no target')).toMatchObject({
      state: 'no-target',
      tone: 'none',
      summary: 'Trong số 100 người đã trả lời, 93 người hài lòng (93,0%).',
    });
  });

  it.each(headlineExamples)('says at most one percentage aloud: $name', ({ report, verdict }) => {
    for (const words of [vi, figuresEn]) {
      const { summary } = sayVerdict(report, verdict, words);
      expect(summary.join(' ').split('%').length - 1).toBe(report.indicator.percent === null ? 0 : 1);
    }
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
    [41.67, 'Cứ 10 người đến thì 4 người trả lời. Con số này không nói được ý của 6 người còn lại.'],
    [94.9, 'Cứ 10 người đến thì 9 người trả lời. Con số này không nói được ý của 1 người còn lại.'],
    [3.2, 'Cứ 100 người đến thì 3 người trả lời. Con số này không nói được ý của 97 người còn lại.'],
    [99, 'Gần như mọi người đến đều trả lời.'],
    [100, 'Gần như mọi người đến đều trả lời.'],
    [131.25, 'Số phiếu nhiều hơn số lượt giao dịch đã nhập. Xin kiểm tra lại số lượt giao dịch.'],
  ])('says who answered at %d percent', (response_rate_percent, sentence) => {
    expect(sayResponse({ ...reportExample, response_rate_percent }, vi)).toBe(sentence);
  });

  it('says nothing of the response where transactions are not known', () => {
    expect(sayResponse({ ...reportExample, response_rate_percent: null }, vi)).toBeNull();
  });
});
