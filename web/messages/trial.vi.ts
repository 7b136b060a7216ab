import { formatCount } from '../formatting/numbers.ts';

const count = (n: number): string => formatCount(n, 'vi');

export const trialVi = {
  until: (day: string) => ` đến hết ngày ${day}`,
  over: (day: string) => ` đã hết hạn ngày ${day}, phiếu khảo sát tạm đóng`,
  erased: 'Tất cả phiếu sẽ bị xóa khi bắt đầu chính thức.',
  toStart: 'Việc còn lại',
};

export const startVi = {
  title: 'Bắt đầu chính thức',
  back: 'Quản trị',
  missing: (n: number) => `Còn thiếu ${count(n)} điều kiện`,
  complete: (n: number) => `Đủ ${count(n)} điều kiện`,
  progress: (done: number, all: number) => `xong ${count(done)} trong ${count(all)}`,
  isDone: 'xong',
  isMissing: 'còn thiếu',
  conditions: {
    unit: 'Tên và loại đơn vị',
    phone: 'Số điện thoại của đơn vị',
    target: 'Mục tiêu của đơn vị',
    address: 'Địa chỉ công khai có https',
    leader: 'Một lãnh đạo đã đăng nhập',
  } as Readonly<Record<string, string>>,
  lacking: {
    unit: 'chưa điền',
    phone: 'chưa có',
    target: 'mới là đề xuất; xác nhận cùng văn bản đặt mục tiêu',
    address: 'chưa có; đặt PUBLIC_URL trên máy chủ, hoặc chọn “chỉ trong mạng nội bộ”',
    leader: 'chưa có lãnh đạo nào đăng nhập',
  } as Readonly<Record<string, string>>,
  localOnly: 'chỉ trong mạng nội bộ',
  setLocal: 'Chỉ dùng trong mạng nội bộ',
  setLocalHint: 'Chọn mục này nếu người dân chỉ mở phiếu bằng mạng của đơn vị, khi đó không cần https.',
  unsetLocal: 'Bỏ chọn “chỉ trong mạng nội bộ”',
  first: 'Làm xong các việc trên rồi quay lại đây',
  firstNote: (ballots: number) =>
    `Khi đó trang này ghi rõ những gì sẽ bị xóa và hỏi xác nhận. Đến giờ có ${count(ballots)} phiếu chạy thử.`,
  ends: (day: string) => `Chạy thử hết hạn ngày ${day}; sau đó phiếu khảo sát tạm đóng.`,
  extend: 'Gia hạn một lần, thêm 30 ngày',
  erased: 'Sẽ xóa vĩnh viễn',
  rows: {
    ballots: 'Phiếu chạy thử',
    comments: 'Góp ý trong các phiếu đó',
    slips: 'Phiếu phát tay đã in',
    seals: 'Ngày khóa số liệu, mã đối chiếu',
    transactions: 'Số lượt giao dịch đã nhập',
  },
  copies: 'Cùng mọi bản sao lưu hằng ngày trong thư mục dữ liệu.',
  kept: 'Giữ lại',
  keptNote: 'Đơn vị, quầy và địa chỉ của quầy, tài khoản, mục tiêu, mẫu phiếu, nhật ký.',
  publicLine: 'Ghi công khai, không xóa được: ngày bắt đầu, thời gian chạy thử và số phiếu đã xóa.',
  confirm: 'Xác nhận',
  confirmNote:
    'Sau khi bắt đầu, mọi phiếu đều là ý kiến của người dân, không xóa được nữa. Chỉ chạy thử được một lần. Bảng mã QR và phiếu phát tay có chữ CHẠY THỬ phải in lại.',
  count: 'Gõ số phiếu sẽ xóa để xác nhận',
  button: 'Xóa và bắt đầu chính thức',
  official: 'Đơn vị đã bắt đầu chính thức.',
  record: (span: string, erased: number) => `Chạy thử ${span}; đã xóa ${count(erased)} phiếu chạy thử.`,
  print: 'In bảng mã QR',
  faults: {
    official: 'Đơn vị đã bắt đầu chính thức rồi',
    missing: 'Còn thiếu điều kiện nên chưa bắt đầu được',
    'count-differs': 'Số vừa gõ khác với số phiếu đang có. Vui lòng xem lại số phiếu rồi gõ lại',
  },
  console: {
    missing: (what: string) => `Chưa bắt đầu được, còn thiếu: ${what}.`,
    ask: (ballots: number) =>
      `Sẽ xóa vĩnh viễn ${count(ballots)} phiếu chạy thử cùng góp ý, phiếu phát tay và bản sao lưu hằng ngày. Xác nhận bằng: start-official --confirm ${ballots}`,
    done: (erased: number) => `Đã bắt đầu chính thức. Đã xóa ${count(erased)} phiếu chạy thử.`,
  },
};
