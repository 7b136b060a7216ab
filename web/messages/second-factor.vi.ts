import type { FaultSentences } from '../formatting/faults.ts';

export const secondFactorVi = {
  name: 'Xác thực hai bước',
  what: 'Ngoài mật khẩu, mỗi lần đăng nhập cần thêm mã 6 chữ số do một ứng dụng trên điện thoại tạo ra. Người khác biết mật khẩu cũng không vào được.',
  states: { on: 'đang bật', off: 'chưa bật' },
  demanded: 'Vai trò này phải bật xác thực hai bước.',

  faults: {
    'code-missing': 'Vui lòng gõ mã.',
    'code-wrong':
      'Mã không đúng hoặc đã hết hạn. Mã đổi sau mỗi 30 giây; giờ trên điện thoại phải đúng. Vui lòng gõ mã đang hiện.',
    'code-used': 'Mã này vừa được dùng. Vui lòng chờ ứng dụng hiện mã mới, tối đa 30 giây.',
    'code-slowed': 'Đã gõ sai nhiều lần. Vui lòng chờ một lúc rồi thử lại.',
    'factor-demanded': 'Vai trò này phải bật xác thực hai bước nên không tắt được.',
    'own-factor-first': 'Vui lòng bật xác thực hai bước cho chính mình trước khi yêu cầu vai trò Quản trị.',
  } as FaultSentences,

  step: {
    title: 'Bước hai: mã xác thực',
    intro: (user: string) => `Đăng nhập tài khoản ${user}: mở ứng dụng tạo mã trên điện thoại.`,
    code: 'Mã xác thực',
    codeHint: 'Mã 6 chữ số đang hiện trong ứng dụng, hoặc một mã dự phòng.',
    button: 'Tiếp tục',
    lost: 'Mất điện thoại và không còn mã dự phòng? Đề nghị người quản trị đặt lại xác thực hai bước.',
    again: 'Đăng nhập lại từ đầu',
  },

  setUp: {
    title: 'Bật xác thực hai bước',
    forced: (user: string) =>
      `Vai trò của ${user} phải có xác thực hai bước. Làm một lần, mất khoảng hai phút; xong mới vào được.`,
    install: 'Cài một ứng dụng tạo mã, ví dụ Google Authenticator hoặc Microsoft Authenticator.',
    scan: 'Trong ứng dụng, chọn thêm tài khoản, rồi quét mã này.',
    qr: 'Mã QR để thêm tài khoản vào ứng dụng tạo mã',
    type: 'Không quét được thì gõ khóa này vào ứng dụng:',
    confirm: 'Gõ mã 6 chữ số mà ứng dụng hiện ra.',
    codeHint: '6 chữ số; đổi sau mỗi 30 giây.',
    button: 'Bật xác thực hai bước',
    cancel: 'Không bật nữa',
  },

  recovery: {
    title: 'Mã dự phòng',
    done: 'Xác thực hai bước đã bật.',
    intro:
      'Khi mất điện thoại, mỗi mã dưới đây thay mã của ứng dụng được một lần. Các mã chỉ hiện lần này: in ra, hoặc chép lại và cất chỗ khóa.',
    list: (user: string) => `Mã dự phòng của ${user}`,
    next: 'Đã cất, tiếp tục',
  },

  account: {
    off: 'Đang tắt.',
    on: (day: string, codes: number) => `Đang bật từ ngày ${day}. Còn ${codes} mã dự phòng chưa dùng.`,
    few: 'Sắp hết mã dự phòng. Nên lấy mã mới.',
    others: 'Khi bật, tài khoản này bị đăng xuất ở các máy khác.',
    onButton: 'Bật…',
    codesButton: 'Lấy mã dự phòng mới',
    codesNote: 'Mã dự phòng cũ hết dùng được.',
    offButton: 'Tắt xác thực hai bước',
    offDone: 'Đã tắt xác thực hai bước.',
  },

  person: {
    resetNote: 'Khi người này mất điện thoại và không còn mã dự phòng.',
    resetButton: 'Đặt lại xác thực hai bước…',
  },

  roles: {
    heading: 'Xác thực hai bước',
    note: 'Vai trò được chọn phải có mã xác thực ngoài mật khẩu. Ai chưa bật thì bị đăng xuất, và bật khi đăng nhập lại.',
    legend: 'Bắt buộc với vai trò',
    button: 'Lưu yêu cầu',
    saved: 'Đã lưu yêu cầu xác thực hai bước.',
  },
};
