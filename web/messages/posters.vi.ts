import { formatCount } from '../formatting/numbers.ts';

const count = (n: number): string => formatCount(n, 'vi');

export const postersVi = {
  title: 'Bảng mã QR tại quầy',
  intro: 'Mỗi quầy có một mã riêng. In rồi đặt ở quầy, nơi người dân dễ thấy.',
  printHint:
    'Để in: bấm Ctrl + P (máy Mac: ⌘ + P), chọn đúng khổ giấy, tỷ lệ 100%. Mỗi bảng in vừa một trang.',
  printing: (size: string, pages: number) => `Khi in: ${count(pages)} trang khổ ${size}.`,
  printingNone: 'Chưa có bảng nào để in.',
  zalo: 'Nếu đang mở trang này trong Zalo thì mở bằng Chrome hoặc Safari rồi mới in và tải tệp.',
  trial: 'Đơn vị đang chạy thử nên mỗi bảng có chữ CHẠY THỬ. Chưa đặt các bảng này cho người dân dùng.',
  phoneMissing:
    'Chưa có số điện thoại của đơn vị, nên bảng mã QR không có số để người dân báo khi thấy mã giả. Người quản trị điền số điện thoại ở trang Quản trị, mục Đơn vị.',
  sizes: 'Khổ giấy',
  a4: 'In khổ A4',
  a5: 'In khổ A5',
  allSizes: 'Tất cả các quầy',
  which: 'Chọn bảng mã QR',
  svg: 'Tải mã SVG',
  png: 'Tải mã PNG',
  closed: 'Quầy đang tạm dừng nhận phiếu nên không in bảng mã QR.',
  links: 'Đường dẫn cho hồ sơ nộp trực tuyến',
  linksIntro: 'Các quầy này không có bảng mã QR. Chép địa chỉ dưới đây vào tin nhắn và giấy hẹn trả kết quả.',
  address: 'Địa chỉ',
  none: 'Chưa có quầy nào. Vui lòng thêm quầy trước khi in.',
};

export const posterVi = {
  heading: 'Ông/Bà hài lòng thế nào về sự phục vụ lần này?',
  qr: (name: string) => `Mã QR để mở phiếu của ${name}`,
  steps: 'Mở Zalo hoặc máy ảnh, quét mã, chọn một mức, bấm Gửi phiếu. Chưa đến 1 phút.',
  free: 'Miễn phí · Không cần đăng nhập · Không hỏi tên, số điện thoại, CCCD',
  type: 'Không quét được? Gõ địa chỉ:',
  check: 'Sau khi quét, trên màn hình phải hiện đúng tên quầy này và địa chỉ bắt đầu bằng',
  ifNot: 'Nếu khác thì không trả lời.',
  ifNotCall: (phone: string) => `Nếu khác thì không trả lời, báo cho đơn vị theo số ${phone}.`,
  nobody:
    'Dành cho người dân, tổ chức, doanh nghiệp vừa làm thủ tục tại quầy này. Không ai được phép yêu cầu Ông/Bà chọn mức này hay mức khác.',
  trial: 'CHẠY THỬ, chưa dùng cho người dân',
};
