import { formatCount } from '../formatting/numbers.ts';

/** The days' seals on pages. Days come as people read them; `short` is the seal in eight letters. */
export const sealsVi = {
  heading: 'Dấu niêm phong',
  what: 'Xong mỗi ngày, các phiếu và số đếm của ngày đó được niêm phong bằng một dấu. Nếu sau đó có phiếu bị sửa, thêm hay bớt thì dấu không còn khớp. Ai cũng có thể chép lại dấu này để đối chiếu về sau.',
  latest: (day: string) => `Dấu mới nhất, đến hết ngày ${day}:`,
  full: 'Dấu đầy đủ (SHA-256):',
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

/** Every sentence that a language must have. */
export type SealMessages = typeof sealsVi;
