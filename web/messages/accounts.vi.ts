import type { FaultParams } from '../types/fault.ts';
import { actsVi } from './acts.vi.ts';
import { rolesVi } from './roles.vi.ts';

const PASSWORD_PARTS: Readonly<Record<string, string>> = {
  name: 'tên người, tên đơn vị, tên quầy hoặc địa danh',
  word: 'từ hay dùng làm mật khẩu',
  keys: 'các phím liền nhau trên bàn phím',
  sequence: 'dãy chữ, dãy số liên tiếp',
  repeat: 'chữ, số lặp lại',
  date: 'năm hoặc ngày tháng',
  phone: 'số điện thoại',
};

function sayParts(parts: string): string {
  const names = parts.split(' ').map((part) => PASSWORD_PARTS[part]);
  const known = names.filter((name) => name !== undefined);
  return known.length === 0 ? 'có quá ít ký tự khác nhau' : `gồm ${known.join('; ')}`;
}

export const accountsVi = {
  crumb: 'Trang cấp trên',
  errors: {
    byCode: {
      role: [
        'Trang này dành cho vai trò khác',
        'Cần dùng trang này thì đề nghị người quản trị cấp tài khoản có vai trò đó.',
      ],
      'counter-not-yours': [
        'Quầy này không được giao cho tài khoản',
        'Vui lòng chọn quầy khác, hoặc đề nghị người quản trị giao thêm quầy.',
      ],
    } as Readonly<Record<string, readonly [heading: string, advice: string]>>,
    role: (role: string) => `Ông/Bà đang đăng nhập với vai trò ${role}.`,
    back: (page: string) => `Về trang ${page}`,
  },
  readOnly: 'Vai trò Giám sát chỉ xem trang này.',
  faultTitle: 'Lỗi: ',
  faultHeading: 'Có chỗ cần sửa',
  backToFaults: 'Về danh sách lỗi',
  show: 'Hiện mật khẩu',
  hide: 'Ẩn mật khẩu',
  signedInAs: (user: string) => `Đang đăng nhập: ${user}`,
  rememberedAs: (user: string) => `Điện thoại được ghi nhớ của ${user}, chỉ xem`,
  cancel: 'Không, quay lại',

  roles: rolesVi,
  roleHints: {
    staff:
      'Xem kết quả tuần, nhập số lượt giao dịch, đọc và đánh dấu góp ý của các quầy được giao; in bảng mã QR.',
    leader: 'Xem kết quả, đọc và đánh dấu góp ý của cả đơn vị; in bảng mã QR.',
    supervisor: 'Xem mọi trang, kể cả nhật ký; không thay đổi gì.',
    administrator: 'Quản lý người dùng và thiết lập; in bảng mã QR.',
  } as Record<string, string>,
  states: {
    active: 'đang dùng',
    invited: 'chưa đặt mật khẩu',
    disabled: 'đã khóa',
  } as Record<string, string>,

  faults: {
    'user-name-form':
      'Tên đăng nhập cần từ 3 đến 32 ký tự: chữ thường không dấu, chữ số, dấu chấm, gạch dưới, gạch ngang; bắt đầu bằng chữ.',
    'user-name-taken': 'Đã có người dùng tên đăng nhập này. Vui lòng chọn tên khác.',
    'full-name-missing': 'Vui lòng điền họ và tên.',
    'full-name-long': 'Họ và tên dài quá 120 ký tự.',
    'password-short': 'Mật khẩu cần ít nhất 12 ký tự.',
    'password-long': 'Mật khẩu dài quá 200 ký tự.',
    'password-guessable': ({ parts }) =>
      `Mật khẩu này dễ đoán vì ${sayParts(String(parts))}. Vui lòng ghép ba bốn từ không liên quan với nhau.`,
    'current-missing': 'Vui lòng điền mật khẩu hiện tại.',
    'current-wrong': 'Mật khẩu hiện tại không đúng.',
    'current-slowed': 'Đã gõ sai nhiều lần. Vui lòng chờ một lúc rồi thử lại.',
    'role-missing': 'Vui lòng chọn ít nhất một vai trò.',
    'supervisor-alone': 'Người giám sát không kiêm vai trò khác.',
    'counters-missing': 'Vui lòng chọn ít nhất một quầy, hoặc chọn tất cả các quầy.',
    'last-administrator': 'Đây là người quản trị duy nhất. Vui lòng thêm một người quản trị khác trước.',
    'user-disabled': 'Tài khoản này đã khóa. Vui lòng mở khóa trước.',
    unknown: 'Có một chỗ chưa đúng. Vui lòng xem lại.',
  } as Record<string, string | ((params: FaultParams) => string)>,

  fields: {
    name: 'Tên đăng nhập',
    fullName: 'Họ và tên',
    password: 'Mật khẩu',
    newPassword: 'Mật khẩu mới',
    current: 'Mật khẩu hiện tại',
    ownPassword: 'Mật khẩu của chính mình',
    role: 'Vai trò',
    rolesHint: 'Một người có thể kiêm nhiều vai trò, trừ người giám sát.',
    counters: 'Quầy được xem',
    allCounters: 'Tất cả các quầy, kể cả quầy thêm sau này',
    someCounters: 'Chỉ các quầy chọn dưới đây',
    countersHint: 'Chỉ áp dụng cho người chỉ có vai trò Cán bộ; các vai trò khác xem tất cả.',
    nameHint: 'Chữ thường không dấu, từ 3 đến 32 ký tự. Ví dụ: tên viết liền không dấu.',
    passwordHint: 'Ít nhất 12 ký tự. Nên ghép ba bốn từ bất kỳ: dài mà dễ nhớ.',
    code: 'Mã dùng một lần',
    codeHint: 'Dán cả địa chỉ được đưa, hoặc chỉ phần đứng sau #ma=.',
  },

  plainHttp: {
    why: 'Đường truyền này (http) không được mã hóa: mật khẩu hay mã gõ ở đây có thể bị người khác trong mạng đọc được. Vì vậy trang này không có ô để gõ. Có ba cách đăng nhập:',
    openHttps: 'Mở trang này bằng địa chỉ https',
    https: 'Bằng địa chỉ https: người quản trị máy chủ cài theo tệp',
    local: 'Ngay trên máy chủ, ở địa chỉ',
    allow: 'Trong mạng riêng, tách khỏi Wi-Fi của khách: người quản trị máy chủ đặt',
    allowRisk: 'Khi đó ai ở trong mạng đó cũng có thể đọc được mật khẩu.',
    link: 'Từ máy khác, địa chỉ này chỉ dùng được khi có https, hoặc khi máy chủ đặt ALLOW_HTTP=on; nếu không, vui lòng mở ngay trên máy chủ.',
  },

  signIn: {
    title: 'Đăng nhập cho cán bộ',
    intro: 'Dành cho cán bộ, lãnh đạo của đơn vị.',
    citizens: 'Người dân gửi phiếu và xem kết quả thì không cần đăng nhập.',
    button: 'Đăng nhập',
    faults: {
      missing: 'Vui lòng điền cả tên đăng nhập và mật khẩu.',
      wrong: 'Tên đăng nhập hoặc mật khẩu không đúng.',
      ended: 'Bước hai đã quá 15 phút hoặc đã dùng xong. Vui lòng đăng nhập lại.',
      busy: 'Nhiều người đang đăng nhập cùng lúc. Vui lòng thử lại sau ít giây.',
      slowed:
        'Đã gõ sai nhiều lần, hoặc có người đang dò mật khẩu. Để khỏi chờ: dùng trình duyệt đã từng đăng nhập tên này, dùng địa chỉ một lần do người quản trị đưa, hoặc đăng nhập ngay trên máy chủ.',
    },
    wait: (seconds: number) =>
      seconds < 90
        ? `Vui lòng chờ ${seconds} giây rồi thử lại.`
        : `Vui lòng chờ ${Math.ceil(seconds / 60)} phút rồi thử lại.`,
    forgotten: 'Quên mật khẩu? Đề nghị người quản trị cấp một địa chỉ đặt lại mật khẩu.',
    haveCode: 'Tôi có mã dùng một lần',
    results: 'Xem kết quả công khai',
  },

  code: {
    title: 'Mã dùng một lần',
    intro: 'Mã do người quản trị cấp, hoặc do máy chủ in ra khi khởi động lần đầu.',
    button: 'Tiếp tục',
    opening: 'Đang mở…',
    faults: {
      missing: 'Vui lòng dán mã vào ô bên dưới.',
      wrong: 'Mã này không dùng được: đã dùng rồi, đã hết hạn hoặc chép thiếu. Vui lòng đề nghị cấp mã mới.',
    },
    signIn: 'Về trang đăng nhập',
  },

  setPassword: {
    firstTitle: 'Tạo người quản trị đầu tiên',
    firstIntro: 'Đây là tài khoản đầu tiên; sau đó dùng tài khoản này để thêm người khác.',
    title: 'Đặt mật khẩu',
    intro: (user: string) => `Mật khẩu mới cho tài khoản ${user}.`,
    ends: 'Sau khi đặt, tài khoản này bị đăng xuất ở mọi máy khác.',
    button: 'Lưu và đăng nhập',
  },

  rememberPhone: {
    title: 'Ghi nhớ điện thoại này',
    intro: (user: string) =>
      `Điện thoại này sẽ xem được kết quả thay cho ${user} trong 90 ngày mà không cần mật khẩu.`,
    limits: 'Điện thoại chỉ xem, không thay đổi được gì. Người quản trị thu hồi được bất cứ lúc nào.',
    shared: 'Đừng bấm nếu đây là máy dùng chung.',
    button: 'Ghi nhớ điện thoại này',
  },

  account: {
    title: 'Tài khoản của tôi',
    intro: 'Mật khẩu, xác thực hai bước và các nơi đang đăng nhập.',
    role: 'Vai trò',
    changeHeading: 'Đổi mật khẩu',
    changeNote: 'Sau khi đổi, tài khoản này bị đăng xuất ở mọi máy khác.',
    changeButton: 'Đổi mật khẩu',
    changed: 'Đã đổi mật khẩu.',
    everywhereHeading: 'Đăng xuất ở mọi nơi',
    everywhereNote: 'Dùng khi quên đăng xuất ở máy khác, hoặc khi mất điện thoại.',
    everywhereButton: 'Đăng xuất ở mọi nơi…',
  },

  sessions: {
    heading: 'Các nơi đang đăng nhập',
    note: 'Nơi nào không phải của mình thì kết thúc, rồi đổi mật khẩu.',
    columns: { device: 'Máy', startedAt: 'Đăng nhập lúc', seenAt: 'Dùng gần nhất', end: 'Kết thúc' },
    unknown: 'trình duyệt không rõ',
    phone: 'điện thoại được ghi nhớ',
    current: 'máy này',
    end: 'Kết thúc',
    endOthers: 'Kết thúc mọi nơi khác',
    ended: 'Đã kết thúc.',
  },

  notices: {
    heading: 'Người khác đã làm với tài khoản này',
    says: {
      'password-link': (moment, by) => `Ngày ${moment}, ${by} đã tạo liên kết đặt lại mật khẩu cho bạn.`,
      'phone-link': (moment, by) => `Ngày ${moment}, ${by} đã tạo mã ghi nhớ một điện thoại xem thay bạn.`,
      'factor-reset': (moment, by) => `Ngày ${moment}, ${by} đã đặt lại xác thực hai bước của bạn.`,
    } as Readonly<Record<string, (moment: string, by: string) => string>>,
    console: 'người quản lý máy chủ',
    advice: 'Không phải do mình đề nghị thì đổi mật khẩu ngay và báo cho lãnh đạo hoặc người giám sát.',
    button: 'Đã biết',
  },

  people: {
    title: 'Người dùng',
    intro: 'Những người đăng nhập được; thêm người mới ở cuối trang.',
    columns: {
      name: 'Tên đăng nhập',
      fullName: 'Họ và tên',
      role: 'Vai trò',
      counters: 'Quầy',
      state: 'Tình trạng',
      phones: 'Điện thoại ghi nhớ',
    },
    allCounters: 'tất cả',
    none: 'Chưa có ai.',
    addHeading: 'Thêm người',
    addNote: 'Người mới nhận một địa chỉ dùng một lần để tự đặt mật khẩu; không ai khác biết mật khẩu đó.',
    addButton: 'Thêm và lấy địa chỉ',
    list: 'Danh sách người dùng',
  },

  person: {
    intro: 'Vai trò, mật khẩu và điện thoại của một người.',
    all: 'Tất cả người dùng',
    facts: {
      fullName: 'Họ và tên',
      role: 'Vai trò',
      counters: 'Quầy được xem',
      state: 'Tình trạng',
      createdOn: 'Ngày thêm',
    },
    roleHeading: 'Vai trò và quầy',
    roleButton: 'Lưu vai trò',
    passwordHeading: 'Mật khẩu',
    passwordNote: 'Khi người này chưa đặt hoặc quên mật khẩu, đưa họ một địa chỉ mới.',
    passwordButton: 'Lấy địa chỉ đặt mật khẩu…',
    phonesHeading: 'Điện thoại được ghi nhớ',
    phonesNote: 'Lãnh đạo và giám sát xem kết quả bằng điện thoại 90 ngày mà không cần mật khẩu; chỉ xem.',
    phonesNone: 'Chưa ghi nhớ điện thoại nào.',
    phonesNever: 'Vai trò này không ghi nhớ điện thoại.',
    phoneColumns: { startedAt: 'Ghi nhớ lúc', seenAt: 'Xem gần nhất', endsAt: 'Hết hạn', revoke: 'Thu hồi' },
    phoneButton: 'Hiện mã để ghi nhớ điện thoại',
    revokeButton: 'Thu hồi…',
    sessionsHeading: 'Đăng xuất',
    sessionsNote: 'Đăng xuất người này khỏi mọi máy và mọi điện thoại; mật khẩu không đổi.',
    sessionsButton: 'Đăng xuất ở mọi nơi…',
    disableHeading: 'Khóa tài khoản',
    disableNote: 'Dùng khi người này thôi việc hoặc chuyển nơi khác. Việc đã làm vẫn còn trong nhật ký.',
    disableButton: 'Khóa tài khoản…',
    enableHeading: 'Mở khóa',
    enableNote: 'Cho người này đăng nhập lại bằng mật khẩu cũ.',
    enableButton: 'Mở khóa',
  },

  link: {
    passwordTitle: 'Địa chỉ đặt mật khẩu',
    passwordIntro: (user: string) =>
      `Đưa địa chỉ dưới đây cho ${user}. Địa chỉ chỉ hiện một lần; dùng được một lần, trong 7 ngày.`,
    phoneTitle: 'Mã để ghi nhớ điện thoại',
    phoneIntro: (user: string) =>
      `Cho ${user} quét mã này bằng điện thoại của mình. Mã dùng được một lần, trong 10 phút, và chỉ hiện ở đây.`,
    careful: 'Ai có địa chỉ này cũng dùng được. Đừng gửi vào nhóm chung.',
    address: 'Địa chỉ',
    qr: (user: string) => `Mã QR để ghi nhớ điện thoại của ${user}`,
    back: 'Xong, về trang của người này',
  },

  actsPage: {
    title: 'Nhật ký',
    intro: 'Ai đã thay đổi gì, lúc nào. Không ai sửa hay xóa được; không có tên người dân hay phiếu nào.',
    columns: { at: 'Lúc', actor: 'Ai', act: 'Đã làm gì' },
    console: 'máy chủ',
    access: 'Ai đăng nhập, đọc, tải gì: nhật ký truy cập',
    none: 'Chưa có việc nào được ghi.',
    older: 'Các việc cũ hơn',
    newest: 'Về các việc mới nhất',
    other: (kind: string) => `Việc khác (${kind})`,
  },

  acts: actsVi,
};

export type AccountMessages = typeof accountsVi;
