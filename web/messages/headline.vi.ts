import { formatCount } from '../formatting/numbers.ts';

const count = (n: number): string => formatCount(n, 'vi');

/** A verdict is worded as certain only if the whole confidence interval is on one side of the target. */
export const headlineVi = {
  title: 'Mức độ hài lòng',
  satisfied: 'hài lòng',
  ofBallots: (all: number) => ` trong ${count(all)} phiếu`,
  /** Text of the verdict box; on phones each string is a line. */
  boxes: {
    met: ['ĐẠT'],
    'provisional-met': ['ĐẾN NAY: ĐẠT'],
    'unsure-above': ['TRÊN MỤC TIÊU,', 'CHƯA CHẮC'],
    'unsure-below': ['DƯỚI MỤC TIÊU,', 'CHƯA CHẮC'],
    'not-met': ['CHƯA ĐẠT'],
    'provisional-not-met': ['ĐẾN NAY:', 'CHƯA ĐẠT'],
    'too-few': ['CHƯA ĐỦ PHIẾU'],
    none: ['CHƯA CÓ KẾT QUẢ'],
  },
  sentences: {
    met: (target: string) => `Trên mục tiêu ${target} rõ ràng.`,
    provisionalMet: (target: string) => `Trên mục tiêu ${target} rõ ràng, nhưng kỳ chưa chốt.`,
    provisionalNotMet: (target: string) => `Dưới mục tiêu ${target} rõ ràng, nhưng kỳ chưa chốt.`,
    unsure: (ballots: number, low: string, high: string) =>
      `Với ${count(ballots)} phiếu, mức hài lòng thực có thể từ ${low} đến ${high}.`,
    notMet: (missing: number, target: string) =>
      `Thiếu ${count(missing)} phiếu hài lòng so với mục tiêu ${target}.`,
    tooFew: (minimum: number) => `Từ ${count(minimum)} phiếu mới tính tỷ lệ phần trăm.`,
    none: 'Kỳ này chưa đủ 5 phiếu nên chưa có kết quả.',
  },
  change: {
    points: (points: string) => `${points} điểm`,
    same: 'Không đổi',
    up: 'tăng rõ',
    down: 'giảm rõ',
    unclear: 'chưa khác rõ',
    lastWeek: 'tuần trước',
    tooFew: (period: string) => `Chưa đủ phiếu để so với ${period}.`,
    before: (period: string, percent: string) => ` (${period}: ${percent})`,
  },
  bar: {
    target: (target: string) => `mục tiêu ${target}`,
    possible: 'khoảng có thể',
    range: (low: string, high: string) => `có thể từ ${low} đến ${high}`,
  },
  ballots: (n: number) => `${count(n)} phiếu`,
  counts: {
    satisfied: (n: number) => `${count(n)} hài lòng`,
    neutral: (n: number) => `${count(n)} bình thường`,
    dissatisfied: (n: number) => `${count(n)} không hài lòng`,
  },
  account: {
    received: (n: string) => ['Đã nhận ', n, ''] as [string, string, string],
    carriedIn: (n: string) => ['kỳ trước chuyển sang ', n, ''] as [string, string, string],
    counted: (n: string) => ['', n, ' tính'] as [string, string, string],
    setAside: (n: string) => ['', n, ' không tính'] as [string, string, string],
    pending: (n: string) => ['', n, ' chờ'] as [string, string, string],
  },
  response: {
    perTen: (ballots: number) =>
      `Cứ 10 lượt giao dịch có ${count(ballots)} phiếu trả lời; ý kiến của ${count(10 - ballots)} lượt còn lại chưa biết.`,
    perHundred: (ballots: number) =>
      `Cứ 100 lượt giao dịch có ${count(ballots)} phiếu trả lời; ý kiến của ${count(100 - ballots)} lượt còn lại chưa biết.`,
    underOne: 'Cứ 100 lượt giao dịch chưa có 1 phiếu trả lời; ý kiến của những lượt còn lại chưa biết.',
    tooMany: 'Số phiếu nhiều hơn số lượt giao dịch đã nhập. Vui lòng kiểm tra lại số lượt giao dịch.',
    unknown: 'Chưa có số lượt giao dịch của kỳ nên chưa biết bao nhiêu lượt chưa trả lời.',
  },
};

export type HeadlineMessages = typeof headlineVi;
