import { formatCount } from '../formatting/numbers.ts';

const count = (n: number): string => formatCount(n, 'vi');

export const verdictVi = {
  met: 'ĐẠT mục tiêu',
  metUnsure: { lead: 'ĐẠT,', tail: 'nhưng chưa đủ phiếu để chắc' },
  metClose: { lead: 'ĐẠT,', tail: 'nhưng sát mục tiêu' },
  metExactly: { lead: 'ĐẠT', tail: '(vừa bằng mục tiêu)' },
  notMet: 'CHƯA ĐẠT',
  notMetUnsure: { lead: 'CHƯA ĐẠT,', tail: 'nhưng chưa đủ phiếu để chắc' },
  notMetClose: { lead: 'CHƯA ĐẠT,', tail: 'nhưng sát mục tiêu' },
  tooFew: { lead: 'CHƯA ĐỦ PHIẾU', tail: 'để nói đạt hay chưa' },
  none: { lead: 'CHƯA CÓ PHIẾU NÀO', tail: 'trong kỳ này' },
  waiting: { lead: 'CHƯA ĐỦ PHIẾU', tail: 'để hiện kết quả' },
  allSetAside: { lead: 'CHƯA CÓ PHIẾU ĐƯỢC TÍNH', tail: 'trong kỳ này' },
  noTarget: { lead: 'CHƯA ĐẶT MỤC TIÊU', tail: 'cho kỳ này' },

  some: (denominator: number, numerator: number, percent: string) =>
    `Trong số ${count(denominator)} người đã trả lời, ${count(numerator)} người hài lòng (${percent}).`,
  all: (denominator: number, percent: string) =>
    `Trong số ${count(denominator)} người đã trả lời, tất cả đều hài lòng (${percent}).`,
  nobody: (denominator: number, percent: string) =>
    `Trong số ${count(denominator)} người đã trả lời, không có ai hài lòng (${percent}).`,
  fewCount: (denominator: number, minimum: number) =>
    `Mới có ${count(denominator)} phiếu, cần ít nhất ${count(minimum)}.`,
  fewSome: (denominator: number, numerator: number) =>
    `Trong số ${count(denominator)} người đã trả lời, ${count(numerator)} người hài lòng.`,
  fewAll: (denominator: number) => `Trong số ${count(denominator)} người đã trả lời, tất cả đều hài lòng.`,
  fewNobody: (denominator: number) =>
    `Trong số ${count(denominator)} người đã trả lời, không có ai hài lòng.`,
  checkPosters: 'Hãy xem tờ dán mã còn ở quầy không.',
  waitingForFive: (received: number) =>
    `Đã nhận ${count(received)} phiếu. Kết quả chỉ hiện khi có từ 5 phiếu trở lên, để không ai biết được câu trả lời của từng người.`,
  onlySetAside: (received: number) =>
    `Đã nhận ${count(received)} phiếu, nhưng các phiếu này được để riêng, không tính vào con số chính.`,

  needed: (needed: number) => `Mức mục tiêu là ${count(needed)} người hài lòng.`,
  enough: 'Số phiếu đủ để kết luận.',
  missing: (missing: number) => `Còn thiếu ${count(missing)} người hài lòng để bằng mục tiêu.`,
  target: (percent: string, since: string) => `Mục tiêu: ${percent} (áp dụng từ ${since}).`,
  interval: (denominator: number, low: string, high: string) =>
    `Do mới có ${count(denominator)} phiếu, con số có thể từ ${low} đến ${high}.`,
  intervalCertain: (denominator: number, low: string, high: string) =>
    `Với ${count(denominator)} phiếu, con số có thể từ ${low} đến ${high}.`,
  intervalFinite: (population: number, low: string, high: string) =>
    `Nếu kể cả việc chỉ có ${count(population)} lượt giao dịch (số do xã nhập): từ ${low} đến ${high}.`,
  more: (ballots: number) =>
    `Muốn chắc, cần thêm khoảng ${count(ballots)} phiếu, nếu các phiếu sau cũng như vậy.`,
  moreClosed: (ballots: number) =>
    `Muốn chắc, phải có thêm khoảng ${count(ballots)} phiếu như vậy; kỳ này đã chốt.`,
  cannotTransactions: (population: number) =>
    `Trong kỳ này không thể chắc hơn, vì chỉ có ${count(population)} lượt giao dịch.`,
  cannotTransactionsUnknown: 'Trong kỳ này không thể chắc hơn, vì không có đủ lượt giao dịch.',
  cannotLimit: 'Con số quá sát mục tiêu: trong kỳ này không thể chắc hơn.',
  cannotEqual: 'Con số vừa đúng bằng mục tiêu nên thêm phiếu như vậy cũng không chắc hơn.',
  rest: (rest: number, neutral: number, dissatisfied: number) =>
    `Trong ${count(rest)} người còn lại: ${count(neutral)} người thấy bình thường, ${count(dissatisfied)} người không hài lòng.`,
  restNeutral: (rest: number) =>
    rest === 1 ? 'Một người còn lại thấy bình thường.' : `${count(rest)} người còn lại đều thấy bình thường.`,
  restDissatisfied: (rest: number) =>
    rest === 1 ? 'Một người còn lại không hài lòng.' : `${count(rest)} người còn lại đều không hài lòng.`,
};
