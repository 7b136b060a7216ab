/** Confirmation pages of acts that are hard to undo. The parameter is the name of the account, counter or unit. */
export const confirmVi = {
  title: 'Xác nhận',
  acts: {
    disable: {
      text: (user: string) =>
        `Khóa tài khoản ${user}: người này bị đăng xuất ngay ở mọi máy, mọi điện thoại và không đăng nhập lại được. Có thể mở khóa sau.`,
      button: 'Khóa tài khoản',
    },
    'sign-out': {
      text: (user: string) =>
        `Đăng xuất ${user} khỏi mọi máy và thu hồi mọi điện thoại được ghi nhớ. Người này đăng nhập lại được bằng mật khẩu.`,
      button: 'Đăng xuất ở mọi nơi',
    },
    'sign-out-own': {
      text: (user: string) =>
        `Đăng xuất ${user} khỏi mọi máy, kể cả máy này, và thu hồi mọi điện thoại được ghi nhớ.`,
      button: 'Đăng xuất ở mọi nơi',
    },
    'password-link': {
      text: (user: string) =>
        `Lấy một địa chỉ để ${user} đặt mật khẩu mới. Ai có địa chỉ này thì vào được tài khoản: chỉ đưa cho đúng người. Địa chỉ đưa trước đây, nếu có, không dùng được nữa.`,
      button: 'Lấy địa chỉ',
    },
    'reset-factor': {
      text: (user: string) =>
        `Đặt lại xác thực hai bước của ${user}: từ nay chỉ mật khẩu là vào được, cho tới khi người này bật lại. Chỉ làm khi đã gặp hoặc gọi đúng người. Việc này được ghi nhật ký và báo cho ${user}.`,
      button: 'Đặt lại',
    },
    'transactions-withdraw': {
      text: (subject: string) =>
        `Bỏ số lượt giao dịch đã nhập: ${subject}. Số này không tính nữa; lịch sử vẫn ghi lại. Sau đó có thể nhập theo ngày.`,
      button: 'Bỏ số này',
    },
    'revoke-phone': {
      text: (user: string) =>
        `Thu hồi điện thoại được ghi nhớ của ${user}: từ nay điện thoại đó không xem được nữa.`,
      button: 'Thu hồi',
    },
    'revoke-api-key': {
      text: (name: string) =>
        `Thu hồi khóa cấp cho ${name}: từ nay phần mềm dùng khóa này không lấy được báo cáo nữa. Không thể dùng lại; khi cần thì cấp khóa mới.`,
      button: 'Thu hồi khóa',
    },
    'close-counter': {
      text: (counter: string, successor: string) =>
        `Đóng quầy “${counter}”: quầy ngừng nhận phiếu ngay khi xác nhận. Trang kết quả sẽ ghi việc này kèm ngày. Sau này mở lại được. ${
          successor === ''
            ? 'Ai quét mã QR của quầy sẽ thấy danh sách các quầy đang mở.'
            : `Ai quét mã QR của quầy sẽ được chỉ sang quầy “${successor}”.`
        }`,
      button: 'Đóng quầy',
    },
    'merge-counter': {
      text: (counter: string, into: string) =>
        `Gộp quầy “${counter}” vào quầy “${into}”: quầy “${counter}” đóng hẳn và không mở lại được. Phiếu đã gửi ở quầy này vẫn tính cho quầy này; ai quét mã QR cũ sẽ được chỉ sang quầy “${into}”. Trang kết quả sẽ ghi việc này kèm ngày.`,
      button: 'Gộp quầy',
    },
  },
};
