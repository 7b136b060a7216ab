import { formatCount } from '../formatting/numbers.ts';

/** Sentences about seals; days are already formatted, `short` is the seal as eight letters. */
export const sealsVi = {
  none: 'Chưa có ngày nào được niêm phong. Dấu đầu tiên có vào sáng hôm sau ngày mở khảo sát.',
  ofPeriod: (day: string) => `Dấu niêm phong đến hết ngày ${day}:`,
  allDays: 'Xem dấu của từng ngày',

  page: {
    title: 'Dấu niêm phong từng ngày',
    intro:
      'Chụp hoặc quét mã này và giữ ở nơi riêng. Về sau, nếu dấu của ngày đó khác với bản đang giữ thì số liệu đã bị sửa.',
    ofDay: (day: string) => `Ngày ${day}`,
    qr: (day: string) => `Mã QR chứa dấu niêm phong ngày ${day}`,
    qrHolds: 'Mã QR chứa đúng dòng chữ này:',
    short: 'Dấu ngắn',
    ballots: 'Số phiếu đã nhận',
    sealedOn: 'Niêm phong ngày',
    table: 'Các ngày đã niêm phong',
    day: 'Ngày',
    show: (day: string) => `Xem dấu ngày ${day}`,
    count: (n: number) => formatCount(n, 'vi'),
    older: 'Các ngày trước',
    newest: 'Ngày mới nhất',
    back: 'Về trang lãnh đạo',
  },
};
