import { formatCount } from '../formatting/numbers.ts';

const count = (n: number): string => formatCount(n, 'vi');

export const postersVi = {
  title: 'Bảng mã QR tại quầy',
  slips: 'Phiếu phát tay: mỗi phiếu một mã, dùng một lần',
  all: (posters: number, size: string) =>
    posters === 1 ? `In 1 quầy, ${size}` : `In cả ${count(posters)} quầy, ${size}`,
  printing: (size: string, pages: number) => `Khi in: ${count(pages)} trang khổ ${size}.`,
  printingNone: 'Chưa có bảng nào để in.',
  print: 'Mở hộp in',
  printHint:
    'Bấm Ctrl + P (máy Mac: ⌘ + P), chọn đúng khổ giấy, tỷ lệ 100%. Đang mở trong Zalo thì mở bằng Chrome hoặc Safari rồi mới in.',
  preview: (pages: number) => (pages === 1 ? 'Xem trước' : `Xem trước trang 1 trong ${count(pages)}`),
  unreachable: 'Chưa in được.',
  unreachableWhy:
    'Mã QR đang dẫn tới chính máy này (localhost), điện thoại của người dân không mở được. Hãy nhắn người cài đặt: “Đặt PUBLIC_URL là địa chỉ công khai của khảo sát, rồi khởi động lại máy chủ.”',
  networkOnly: 'Địa chỉ này chỉ mở được trên điện thoại dùng mạng của đơn vị.',
  trial: 'Đơn vị đang chạy thử nên mỗi bảng có chữ CHẠY THỬ. Chưa đặt các bảng này cho người dân dùng.',
  phoneMissing:
    'Chưa có số điện thoại của đơn vị, nên bảng mã QR không có số để người dân báo khi thấy mã giả. Người quản trị điền số điện thoại ở trang Quản trị, mục Đơn vị.',
  a4: 'In A4',
  a5: 'A5',
  svg: 'Ảnh SVG',
  png: 'Ảnh PNG',
  open: 'Mở thử',
  listHeading: 'Từng quầy',
  closed: 'Quầy đang tạm dừng nhận phiếu nên không in bảng mã QR.',
  linkNote: 'gửi bằng câu mẫu, không dán ở quầy',
  linkPng: 'Mã QR cho giấy hẹn (PNG)',
  message: 'Câu mẫu gửi qua tin nhắn, Zalo, thư điện tử',
  messageText: (unit: string, url: string) =>
    `${unit}: hồ sơ trực tuyến của Ông/Bà đã có kết quả. Vui lòng cho biết mức độ hài lòng, chưa đến 1 phút, không hỏi tên: ${url}`,
  copy: 'Chép câu mẫu',
  copied: 'Đã chép.',
  notCopied: 'Máy này không chép được: vui lòng chọn câu mẫu và chép bằng tay.',
  none: 'Chưa có quầy nào. Vui lòng thêm quầy trước khi in.',
};

export const posterVi = {
  heading: 'Ông/Bà hài lòng thế nào về sự phục vụ lần này?',
  qr: (name: string) => `Mã QR để mở phiếu của ${name}`,
  steps: ['Mở Zalo hoặc máy ảnh', 'Quét mã ở trên', 'Chọn một mức, bấm Gửi phiếu'],
  free: 'Không hỏi tên, số điện thoại, CCCD · Chưa đến 1 phút',
  use: 'Kết quả chung ai cũng xem được, để biết chỗ nào phải sửa.',
  who: 'Dành cho người dân, tổ chức, doanh nghiệp vừa làm thủ tục tại quầy này.',
  nobody: 'Không ai được phép yêu cầu Ông/Bà chọn mức này hay mức khác.',
  type: 'Không quét được? Gõ',
  check: 'Quét ra địa chỉ phải bắt đầu bằng',
  ifNot: 'nếu khác, vui lòng không trả lời.',
  ifNotCall: (phone: string) => `nếu khác, vui lòng không trả lời và gọi ${phone}.`,
  trial: 'CHẠY THỬ, chưa dùng cho người dân',
};
