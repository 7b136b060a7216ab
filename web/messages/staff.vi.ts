import { formatCount } from '../formatting/numbers.ts';
import { alertsVi } from './alerts.vi.ts';
import { figuresVi } from './figures.vi.ts';
import { postersVi, posterVi } from './posters.vi.ts';

const count = (n: number): string => formatCount(n, 'vi');

export const staffVi = {
  ...figuresVi,

  menu: 'Mục lục',

  navigation: 'Các trang',

  received: (n: number) => `Đã nhận ${count(n)} phiếu.`,
  counted: (n: number) => `${count(n)} phiếu được tính`,

  nav: {
    leader: 'Lãnh đạo',
    week: 'Theo tuần',
    comments: 'Góp ý',
    transactions: 'Lượt giao dịch',
    posters: 'Mã QR tại quầy',
    results: 'Kết quả công khai',
    administration: 'Quản trị',
    account: 'Tài khoản',
    signOut: 'Đăng xuất',
  },

  leader: {
    title: 'Lãnh đạo',
    heading: 'Mức độ hài lòng',
  },

  week: {
    title: 'Kết quả tuần',
    previous: 'Tuần trước',
    next: 'Tuần sau',
    move: 'Chọn tuần và quầy',
    counter: 'Quầy',
    allCounters: 'Tất cả các quầy',
    change: 'So với tuần trước',
    up: (points: string) => `Tăng rõ: ${points} điểm.`,
    down: (points: string) => `Giảm rõ: ${points} điểm.`,
    unclear: 'Chưa thấy khác biệt rõ.',
    noBefore: 'Chưa đủ phiếu để so sánh.',
    changedQuestions: 'Câu có khác biệt rõ:',
    changedUp: (name: string, points: string) => `${name}: tăng ${points} điểm`,
    changedDown: (name: string, points: string) => `${name}: giảm ${points} điểm`,
    chips: 'Điều người dân cho là chưa tốt',
    chipColumn: 'Điều chưa tốt',
    since: 'Những ngày sau tuần này',
    sinceText: (received: number, span: string) =>
      `Tuần đang diễn ra (${span}): đã nhận ${count(received)} phiếu, có kết quả khi hết tuần.`,
    sinceNone: (span: string) => `Tuần đang diễn ra (${span}): chưa nhận phiếu nào.`,
    emptyHeading: 'Tuần này không có phiếu nào',
    emptyText: 'Vui lòng xem bảng mã QR có còn ở quầy, còn quét được không.',
    emptyLink: 'Xem và in lại bảng mã QR',
  },

  posters: postersVi,

  poster: posterVi,

  alerts: alertsVi,
};
