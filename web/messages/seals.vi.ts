import { formatCount } from '../formatting/numbers.ts';

/** Parameters that are days are formatted already; `short` is the seal's first eight letters. */
export const sealsVi = {
  none: 'Chưa khóa số liệu ngày nào. Mã đầu tiên có vào sáng hôm sau ngày mở khảo sát.',
  ofPeriod: (day: string) => `Mã đối chiếu số liệu đến hết ngày ${day}:`,
  allDays: 'Xem mã của từng ngày',

  page: {
    title: 'Mã đối chiếu từng ngày',
    intro:
      'Chụp hoặc quét mã này và giữ ở nơi riêng. Về sau, nếu mã của ngày đó khác với bản đang giữ thì số liệu đã bị sửa.',
    ofDay: (day: string) => `Ngày ${day}`,
    qr: (day: string) => `Mã QR chứa mã đối chiếu ngày ${day}`,
    qrHolds: 'Mã QR chứa đúng dòng chữ này:',
    short: 'Mã đối chiếu',
    ballots: 'Số phiếu đã nhận',
    sealedOn: 'Ngày khóa số liệu',
    table: 'Các ngày đã khóa số liệu',
    day: 'Ngày',
    show: (day: string) => `Xem mã ngày ${day}`,
    count: (n: number) => formatCount(n, 'vi'),
    voided: 'Dấu không còn giá trị',
    voidedReason:
      'Đồng hồ của máy chủ đã chạy trước nên các ngày này bị khóa số liệu sớm. Mã đối chiếu vẫn nằm trong chuỗi; các ngày đó được khóa lại khi đã qua.',
    older: 'Các ngày trước',
    newest: 'Ngày mới nhất',
    back: 'Về trang lãnh đạo',
  },
};
