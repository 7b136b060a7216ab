import { formatCount } from '../formatting/numbers.ts';

const count = (n: number): string => formatCount(n, 'vi');

export const postersVi = {
  title: 'Tờ dán mã',
  intro: 'Mỗi quầy có một mã riêng. In tờ dán, để ở quầy nơi người dân dễ thấy.',
  printHint:
    'Để in: bấm Ctrl + P (máy Mac: ⌘ + P), chọn khổ giấy đúng như dưới đây, tỷ lệ 100%. Mỗi tờ dán ra đúng một trang.',
  printing: (size: string, pages: number) => `Khi in: ${count(pages)} trang khổ ${size}.`,
  printingNone: 'Chưa có tờ dán nào để in.',
  zalo: 'Nếu đang mở trang này trong Zalo, xin mở bằng Chrome hoặc Safari rồi mới in và tải tệp.',
  trial: 'Đơn vị đang chạy thử, nên mỗi tờ dán mang chữ CHẠY THỬ. Đừng dán các tờ này cho người dân dùng.',
  phoneMissing:
    'Chưa có số điện thoại của đơn vị, nên tờ dán không có chỗ cho người dân báo khi thấy mã giả. Người quản trị ghi số điện thoại ở trang Quản trị, mục Đơn vị.',
  sizes: 'Khổ giấy',
  a4: 'In khổ A4',
  a5: 'In khổ A5',
  allSizes: 'Tất cả các quầy',
  which: 'Chọn tờ dán',
  svg: 'Tải mã SVG',
  png: 'Tải mã PNG',
  closed: 'Quầy đang tạm nghỉ nhận phiếu nên không in tờ dán.',
  links: 'Đường dẫn cho hồ sơ qua mạng',
  linksIntro: 'Các quầy này không có tờ dán. Chép địa chỉ dưới đây vào tin nhắn và giấy hẹn trả kết quả.',
  address: 'Địa chỉ',
  none: 'Chưa có quầy nào. Xin thêm quầy trước khi in tờ dán.',
};

export const posterVi = {
  heading: 'Ông/Bà thấy chúng tôi phục vụ thế nào?',
  qr: (name: string) => `Mã QR để mở phiếu của ${name}`,
  steps: 'Mở Zalo hoặc máy ảnh, quét mã, chọn mức hài lòng, bấm Gửi. Chưa đến 1 phút.',
  free: 'Miễn phí · Không cần đăng nhập · Không hỏi tên, số điện thoại, CCCD',
  type: 'Không quét được? Gõ địa chỉ:',
  check: 'Sau khi quét, trên màn hình phải hiện đúng tên quầy này và địa chỉ bắt đầu bằng',
  ifNot: 'Nếu khác: xin đừng trả lời.',
  ifNotCall: (phone: string) => `Nếu khác: xin đừng trả lời, báo cho đơn vị theo số ${phone}.`,
  nobody: 'Không ai được yêu cầu Ông/Bà chọn mức nào.',
  trial: 'CHẠY THỬ, chưa dùng cho người dân',
};
