import { formatCount } from '../formatting/numbers.ts';

const count = (n: number): string => formatCount(n, 'vi');

/** How far a figure can be believed, for whoever knows no statistics; and the days that brought no ballot. */
export const reliabilityVi = {
  heading: 'Con số này tin được đến đâu',
  voices: (n: number) =>
    `Đây là ý kiến của ${count(n)} người đã gửi phiếu. Người không gửi có thể nghĩ khác.`,
  few: 'Số phiếu còn ít: nên đọc như lời của từng ấy người, chưa phải của cả xã.',
  shareKnown: (percent: string) => `Số phiếu nhận được bằng ${percent} số lượt giao dịch mà xã đã ghi.`,
  shareUnknown: 'Chưa biết đủ số lượt giao dịch, nên chưa biết bao nhiêu người đã đến mà không gửi phiếu.',
  senders:
    'Phiếu không ghi tên, nên không ai chứng minh được từng phiếu là do người dân tự gửi. Vì vậy có những quy tắc để riêng một số phiếu, nêu ở bên dưới; phiếu một lần phát trên giấy thì có con số riêng để so.',
  kept: 'Phiếu đã nhận mà bị sửa, thêm hay bớt về sau thì dấu niêm phong của ngày đó không còn khớp.',
  noFigure: 'Chưa có con số nào để tin hay không tin: kỳ này chưa đủ 5 phiếu.',

  quietHeading: 'Ngày làm việc không có phiếu nào',
  quietNone: (working: number) => `Không có ngày nào như vậy trong ${count(working)} ngày làm việc đã qua.`,
  quietSome: (days: number, working: number) =>
    `${count(days)} trong ${count(working)} ngày làm việc đã qua không có phiếu nào. Con số trên không nói gì về những ngày này:`,
  quietUnknown: 'Chưa có ngày làm việc nào đã qua.',
  span: (span: string, days: number) => `${span} (${count(days)} ngày)`,
};

export type ReliabilityMessages = typeof reliabilityVi;
