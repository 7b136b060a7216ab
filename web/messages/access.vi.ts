type Sentence = (detail: string, count: string) => string;

const WAYS: Readonly<Record<string, string>> = {
  password: 'bằng mật khẩu',
  link: 'bằng địa chỉ đặt mật khẩu',
  'second-factor': 'bằng mật khẩu và mã xác thực',
  'recovery-code': 'bằng mật khẩu và mã dự phòng',
  phone: 'ghi nhớ một điện thoại',
};
const FAILURES: Readonly<Record<string, string>> = {
  password: 'Đăng nhập sai mật khẩu',
  'second-step': 'Gõ sai mã xác thực',
  'own-password': 'Đã đăng nhập, gõ sai mật khẩu của mình',
};
const fileOf = (path: string): string => path.split('/').at(-1) ?? path;

export const accessVi = {
  title: 'Nhật ký truy cập',
  intro: (days: number) =>
    `Ai đăng nhập, gõ sai, tải tệp, gửi tệp, đọc góp ý. Giữ ${days} ngày rồi tự xóa. Không ghi địa chỉ mạng, không ghi người dân.`,
  acts: 'Nhật ký thay đổi',
  from: 'Ai',
  kind: 'Việc',
  everybody: 'Tất cả',
  everything: 'Mọi việc',
  nobody: 'tài khoản không có',
  show: 'Xem',
  columns: { at: 'Lúc', person: 'Ai', what: 'Việc' },
  hour: (moment: string) => `từ ${moment}, trong một giờ`,
  none: 'Chưa có dòng nào.',
  noneFound: 'Không có dòng nào như vậy.',
  newer: 'Mới hơn',
  older: 'Cũ hơn',

  kinds: {
    'signed-in': 'Đăng nhập',
    'sign-in-failed': 'Đăng nhập sai',
    slowed: 'Phải chờ vì sai nhiều lần',
    refused: 'Mở trang không được phép',
    'comments-read': 'Đọc góp ý',
    exported: 'Tải tệp',
    uploaded: 'Gửi tệp',
    'log-read': 'Xem nhật ký này',
  } as Readonly<Record<string, string>>,
  says: {
    'signed-in': (detail) => `Đăng nhập ${WAYS[detail] ?? ''}`.trim(),
    'sign-in-failed': (detail, count) => `${FAILURES[detail] ?? 'Đăng nhập sai'}, ${count} lần`,
    slowed: (_, count) => `Phải chờ vì sai nhiều lần, ${count} lần`,
    refused: (detail, count) => `Mở trang không được phép ${detail}, ${count} lần`,
    'comments-read': (_, count) => `Đọc góp ý, ${count} lần`,
    exported: (detail, count) => `Tải tệp ${fileOf(detail)}, ${count} lần`,
    uploaded: (detail, count) =>
      `${detail.startsWith('/quan-tri') ? 'Gửi mẫu phiếu để kiểm tra' : 'Gửi tệp lượt giao dịch'}, ${count} lần`,
    'log-read': (_, count) => `Xem nhật ký này, ${count} lần`,
  } as Readonly<Record<string, Sentence>>,
};
