import { formatDay, formatSpan } from '../formatting/dates.ts';
import { formatCount, formatTarget, formatThreshold } from '../formatting/numbers.ts';
import { feedbackVi } from './feedback.vi.ts';
import { trustVi } from './trust.vi.ts';

type Value = string | number | undefined;
const day = (value: Value): string => formatDay(String(value), 'vi');
const percent = (value: Value): string => formatTarget(Number(value), 'vi');
const count = (value: Value): string => formatCount(Number(value), 'vi');

/** Words of the pages for signing in and administering people. Vietnamese is the source. */
export const accountsVi = {
  faultTitle: 'Lỗi: ',
  faultHeading: 'Có chỗ cần sửa',
  backToFaults: 'Về danh sách lỗi',
  show: 'Hiện mật khẩu',
  hide: 'Ẩn mật khẩu',
  signedInAs: (user: string) => `Đang đăng nhập: ${user}`,
  rememberedAs: (user: string) => `Điện thoại được ghi nhớ của ${user}, chỉ xem`,
  cancel: 'Không, quay lại',

  roles: {
    staff: 'Cán bộ',
    leader: 'Lãnh đạo',
    supervisor: 'Giám sát',
    administrator: 'Quản trị',
  } as Record<string, string>,
  roleHints: {
    staff:
      'Xem kết quả tuần, nhập số lượt giao dịch, đọc và đánh dấu góp ý của các quầy được giao; in tờ dán.',
    leader: 'Xem kết quả, đọc và đánh dấu góp ý của cả xã; in tờ dán.',
    supervisor: 'Xem mọi trang, kể cả nhật ký; không thay đổi gì.',
    administrator: 'Quản lý người dùng và thiết lập; in tờ dán.',
  } as Record<string, string>,
  states: {
    active: 'đang dùng',
    invited: 'chưa đặt mật khẩu',
    disabled: 'đã khóa',
  } as Record<string, string>,

  faults: {
    'user-name-form':
      'Tên đăng nhập cần từ 3 đến 32 ký tự: chữ thường không dấu, chữ số, dấu chấm, gạch dưới, gạch ngang; bắt đầu bằng chữ.',
    'user-name-taken': 'Đã có người dùng tên đăng nhập này. Xin chọn tên khác.',
    'full-name-missing': 'Xin điền họ và tên.',
    'full-name-long': 'Họ và tên dài quá 120 ký tự.',
    'password-short': 'Mật khẩu cần ít nhất 12 ký tự.',
    'password-long': 'Mật khẩu dài quá 200 ký tự.',
    'password-common':
      'Mật khẩu này quá dễ đoán. Xin ghép vài từ không liên quan với nhau, ví dụ ba bốn từ bất kỳ.',
    'password-personal': 'Mật khẩu không được chứa tên đăng nhập, họ tên hay tên đơn vị.',
    'current-missing': 'Xin điền mật khẩu hiện tại.',
    'current-wrong': 'Mật khẩu hiện tại không đúng.',
    'current-slowed': 'Đã gõ sai nhiều lần. Xin chờ một lúc rồi thử lại.',
    'role-missing': 'Xin chọn vai trò.',
    'counters-missing': 'Xin chọn ít nhất một quầy, hoặc chọn tất cả các quầy.',
    'last-administrator': 'Đây là người quản trị duy nhất. Xin thêm một người quản trị khác trước.',
    'user-disabled': 'Tài khoản này đã khóa. Xin mở khóa trước.',
    unknown: 'Có một chỗ chưa đúng. Xin xem lại.',
  } as Record<string, string>,

  fields: {
    name: 'Tên đăng nhập',
    fullName: 'Họ và tên',
    password: 'Mật khẩu',
    newPassword: 'Mật khẩu mới',
    current: 'Mật khẩu hiện tại',
    role: 'Vai trò',
    counters: 'Quầy được xem',
    allCounters: 'Tất cả các quầy, kể cả quầy thêm sau này',
    someCounters: 'Chỉ các quầy chọn dưới đây',
    countersHint: 'Chỉ áp dụng cho vai trò Cán bộ; các vai trò khác xem tất cả.',
    nameHint: 'Chữ thường không dấu, từ 3 đến 32 ký tự. Ví dụ: tên viết liền không dấu.',
    passwordHint: 'Ít nhất 12 ký tự. Dài dễ nhớ tốt hơn ngắn rối: ghép ba bốn từ bất kỳ.',
    code: 'Mã dùng một lần',
    codeHint: 'Dán cả địa chỉ được đưa, hoặc chỉ phần đứng sau #ma=.',
  },

  signIn: {
    title: 'Đăng nhập cho cán bộ',
    intro: 'Trang này để người của xã vào xem kết quả và quản trị.',
    citizens: 'Người dân gửi phiếu và xem kết quả thì không cần đăng nhập.',
    button: 'Đăng nhập',
    faults: {
      missing: 'Xin điền cả tên đăng nhập và mật khẩu.',
      wrong: 'Tên đăng nhập hoặc mật khẩu không đúng.',
      insecure:
        'Đường truyền này không được mã hóa nên mật khẩu có thể bị người khác trong mạng đọc được. Xin mở trang này ngay trên máy chủ, hoặc bằng địa chỉ https.',
      busy: 'Nhiều người đang đăng nhập cùng lúc. Xin thử lại sau ít giây.',
      slowed: 'Đã gõ sai nhiều lần.',
    },
    wait: (seconds: number) =>
      seconds < 90
        ? `Xin chờ ${seconds} giây rồi thử lại.`
        : `Xin chờ ${Math.ceil(seconds / 60)} phút rồi thử lại.`,
    forgotten: 'Quên mật khẩu? Xin người quản trị đưa một địa chỉ đặt lại mật khẩu.',
    haveCode: 'Tôi có mã dùng một lần',
    results: 'Xem kết quả công khai',
  },

  code: {
    title: 'Mã dùng một lần',
    intro: 'Trang này để dùng mã do người quản trị đưa, hoặc do máy chủ in ra khi khởi động lần đầu.',
    button: 'Tiếp tục',
    opening: 'Đang mở…',
    faults: {
      missing: 'Xin dán mã vào ô bên dưới.',
      wrong: 'Mã này không dùng được: đã dùng rồi, đã hết hạn hoặc chép thiếu. Xin một mã mới.',
      insecure:
        'Đường truyền này không được mã hóa nên mã có thể bị người khác trong mạng đọc được. Xin mở trang này ngay trên máy chủ, hoặc bằng địa chỉ https.',
    },
    signIn: 'Về trang đăng nhập',
  },

  setPassword: {
    firstTitle: 'Tạo người quản trị đầu tiên',
    firstIntro: 'Trang này để lập tài khoản đầu tiên; từ đó thêm những người khác.',
    title: 'Đặt mật khẩu',
    intro: (user: string) => `Trang này để đặt mật khẩu mới cho tài khoản ${user}.`,
    ends: 'Sau khi đặt, tài khoản này bị đăng xuất ở mọi máy khác.',
    button: 'Lưu và đăng nhập',
  },

  rememberPhone: {
    title: 'Ghi nhớ điện thoại này',
    intro: (user: string) =>
      `Trang này để điện thoại này xem được kết quả thay cho ${user} trong 90 ngày mà không cần mật khẩu.`,
    limits: 'Điện thoại chỉ xem, không thay đổi được gì. Người quản trị thu hồi được bất cứ lúc nào.',
    shared: 'Đừng bấm nếu đây là máy dùng chung.',
    button: 'Ghi nhớ điện thoại này',
  },

  account: {
    title: 'Tài khoản của tôi',
    intro: 'Trang này để đổi mật khẩu của mình và đăng xuất khỏi mọi máy.',
    role: 'Vai trò',
    changeHeading: 'Đổi mật khẩu',
    changeNote: 'Sau khi đổi, tài khoản này bị đăng xuất ở mọi máy khác.',
    changeButton: 'Đổi mật khẩu',
    changed: 'Đã đổi mật khẩu.',
    everywhereHeading: 'Đăng xuất ở mọi nơi',
    everywhereNote: 'Dùng khi quên đăng xuất ở máy khác, hoặc khi mất điện thoại.',
    everywhereButton: 'Đăng xuất ở mọi nơi…',
  },

  administration: {
    title: 'Quản trị',
    intro: 'Trang này dẫn tới mọi việc quản trị.',
    people: 'Người dùng',
    peopleNote: 'Thêm người, giao vai trò và quầy, khóa tài khoản, ghi nhớ điện thoại.',
    rules: 'Quy tắc để riêng phiếu',
    rulesNote: 'Phiếu nào không tính vào con số chính; bật, tắt, đổi ngưỡng, đều công khai.',
    acts: 'Nhật ký',
    actsNote: 'Ai đã thay đổi gì, lúc nào.',
  },

  people: {
    title: 'Người dùng',
    intro: 'Trang này để biết ai đăng nhập được và thêm người mới.',
    readOnly: 'Vai trò Giám sát chỉ xem trang này.',
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
    addNote: 'Người mới nhận một địa chỉ dùng một lần để tự đặt mật khẩu; không ai khác biết mật khẩu ấy.',
    addButton: 'Thêm và lấy địa chỉ',
    list: 'Danh sách người dùng',
  },

  person: {
    intro: 'Trang này để xem và thay đổi quyền của một người.',
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

  confirm: {
    title: 'Xin xác nhận',
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
          `Lấy một địa chỉ để ${user} đặt mật khẩu mới. Ai có địa chỉ này thì vào được tài khoản: chỉ đưa cho đúng người. Địa chỉ đưa trước đây, nếu có, hết dùng được.`,
        button: 'Lấy địa chỉ',
      },
      'transactions-withdraw': {
        text: (subject: string) =>
          `Bỏ số lượt giao dịch đã nhập: ${subject}. Số này không tính nữa; lịch sử vẫn ghi lại. Sau đó có thể nhập theo ngày.`,
        button: 'Bỏ số này',
      },
      'revoke-phone': {
        text: (user: string) =>
          `Thu hồi điện thoại được ghi nhớ của ${user}: từ nay điện thoại ấy không xem được nữa.`,
        button: 'Thu hồi',
      },
    },
  },

  link: {
    passwordTitle: 'Địa chỉ đặt mật khẩu',
    passwordIntro: (user: string) =>
      `Đưa địa chỉ dưới đây cho ${user}. Trang này chỉ hiện địa chỉ một lần; dùng được một lần, trong 7 ngày.`,
    phoneTitle: 'Mã để ghi nhớ điện thoại',
    phoneIntro: (user: string) =>
      `Cho ${user} quét mã này bằng điện thoại của mình. Mã dùng được một lần, trong 10 phút, và chỉ hiện ở đây.`,
    careful: 'Ai có địa chỉ này cũng dùng được nó. Đừng gửi vào nhóm chung.',
    address: 'Địa chỉ',
    qr: (user: string) => `Mã QR để ghi nhớ điện thoại của ${user}`,
    back: 'Xong, về trang của người này',
  },

  actsPage: {
    title: 'Nhật ký',
    intro:
      'Trang này cho biết ai đã thay đổi gì; không ai sửa hay xóa được, và không có tên người dân hay phiếu nào.',
    columns: { at: 'Lúc', actor: 'Ai', act: 'Đã làm gì' },
    console: 'máy chủ',
    none: 'Chưa có việc nào được ghi.',
    older: 'Các việc cũ hơn',
    newest: 'Về các việc mới nhất',
    other: (kind: string) => `Việc khác (${kind})`,
  },

  acts: {
    'first-administrator-created': ({ user }) => `Lập người quản trị đầu tiên ${user}`,
    'user-added': ({ user, role }) => `Thêm ${user}, vai trò ${roleName(role)}`,
    'user-role-changed': ({ user, from, role }) =>
      from === role
        ? `Đổi quầy của ${user}`
        : `Đổi vai trò của ${user} từ ${roleName(from)} thành ${roleName(role)}`,
    'user-disabled': ({ user }) => `Khóa tài khoản ${user}`,
    'user-enabled': ({ user }) => `Mở khóa tài khoản ${user}`,
    'user-signed-out-everywhere': ({ user }) => `Đăng xuất ${user} ở mọi nơi`,
    'password-link-made': ({ user }) => `Lấy địa chỉ đặt mật khẩu cho ${user}`,
    'password-set-by-link': ({ user }) => `${user} đặt mật khẩu bằng địa chỉ dùng một lần`,
    'password-changed': ({ user }) => `${user} đổi mật khẩu`,
    'phone-link-made': ({ user }) => `Hiện mã ghi nhớ điện thoại cho ${user}`,
    'phone-remembered': ({ user }) => `Ghi nhớ một điện thoại của ${user}`,
    'phone-revoked': ({ user }) => `Thu hồi một điện thoại của ${user}`,
    'unit-renamed': ({ from, to }) => `Đổi tên đơn vị từ “${from}” thành “${to}”`,
    'unit-official-code-changed': ({ from, to }) =>
      `Đổi mã định danh từ ${orNothing(from)} thành ${orNothing(to)}`,
    'unit-phone-changed': ({ from, to }) =>
      `Đổi số điện thoại liên hệ từ ${orNothing(from)} thành ${orNothing(to)}`,
    'unit-receiver-changed': ({ from, to }) => `Đổi nơi nhận báo cáo từ “${from}” thành “${to}”`,
    'counter-added': ({ counter, code }) => `Thêm quầy “${counter}”, mã ${code}`,
    'counter-renamed': ({ from, to }) => `Đổi tên quầy từ “${from}” thành “${to}”`,
    'counter-field-changed': ({ counter, field }) =>
      field === ''
        ? `Để phiếu của quầy “${counter}” hỏi lĩnh vực`
        : `Đổi lĩnh vực của quầy “${counter}” thành “${field}”`,
    'counter-moved': ({ counter }) => `Đổi thứ tự của quầy “${counter}”`,
    'counter-closed': ({ counter, successor }) =>
      successor === '' ? `Đóng quầy “${counter}”` : `Đóng quầy “${counter}”, chỉ sang quầy “${successor}”`,
    'counter-reopened': ({ counter }) => `Mở lại quầy “${counter}”`,
    'counter-merged': ({ counter, into }) => `Gộp quầy “${counter}” vào quầy “${into}”`,
    'sipas-set': ({ year, percent }) =>
      `Ghi chỉ số SIPAS ${year} của tỉnh: ${formatTarget(Number(percent), 'vi')}`,
    'sipas-removed': () => 'Bỏ chỉ số SIPAS của tỉnh',
    'opening-hours-set': ({ since }) => `Khai giờ mở cửa áp dụng từ ngày ${formatDay(String(since), 'vi')}`,
    'api-key-created': ({ name }) => `Tạo khóa cho phần mềm: ${name}`,
    'api-key-revoked': ({ name }) => `Thu hồi khóa của phần mềm: ${name}`,
    'comments-marked': ({ count, state, references }) =>
      `Đánh dấu ${count} góp ý là “${feedbackVi.states[String(state)] ?? state}”: mã ${references}`,
    'comment-retention-set': ({ months, since }) =>
      `Từ ngày ${formatDay(String(since), 'vi')} giữ góp ý ${months} tháng`,
    'slips-printed': ({ slips, counter, until }) =>
      `Tạo ${slips} tờ phiếu một lần cho quầy “${counter}”, dùng đến hết ngày ${day(until)}`,
    'supervisor-slips-printed': ({ slips, until }) =>
      `Tạo ${slips} tờ phiếu một lần của người giám sát, dùng đến hết ngày ${day(until)}`,
    'headline-figure-changed': ({ since, to }) =>
      to === 'single-use'
        ? `Từ ${day(since)} con số chính chỉ tính phiếu một lần`
        : `Từ ${day(since)} con số chính tính tất cả các phiếu`,
    'suggestion-tick-changed': ({ since, to }) =>
      to === 'on'
        ? `Từ ${day(since)} phiếu có ô “Có người gợi ý tôi chọn câu trả lời”`
        : `Từ ${day(since)} phiếu bỏ ô “Có người gợi ý tôi chọn câu trả lời”`,
    'target-changed': ({ since, from, to }) =>
      from === undefined
        ? `Đặt mục tiêu ${percent(to)} từ ${day(since)}`
        : `Đổi mục tiêu từ ${percent(from)} thành ${percent(to)}, áp dụng từ ${day(since)}`,
    'target-withdrawn': ({ since, withdrawn }) =>
      `Rút lại mục tiêu ${percent(withdrawn)} định áp dụng từ ${day(since)}`,
    'minimum-changed': ({ since, from, to }) =>
      from === undefined
        ? `Đặt số phiếu tối thiểu ${count(to)} từ ${day(since)}`
        : `Đổi số phiếu tối thiểu từ ${count(from)} thành ${count(to)}, áp dụng từ ${day(since)}`,
    'minimum-withdrawn': ({ since, withdrawn }) =>
      `Rút lại số phiếu tối thiểu ${count(withdrawn)} định áp dụng từ ${day(since)}`,
    'survey-changed': ({ since, survey, counters }) =>
      `Đặt mẫu phiếu ${survey} từ ${day(since)} ở ${counters ?? 'tất cả các quầy'}`,
    'survey-withdrawn': ({ since, survey, counters }) =>
      `Rút lại mẫu phiếu ${survey} định dùng từ ${day(since)} ở ${counters ?? 'tất cả các quầy'}`,
    'rule-changed': ({ rule, since, state, threshold }) =>
      `${state === 'on' ? 'Bật' : 'Tắt'} quy tắc “${ruleName(rule)}” từ ngày ${formatDay(String(since), 'vi')}${
        threshold === undefined ? '' : `, ngưỡng ${formatThreshold(Number(threshold), 'vi')}`
      }`,
    'transactions-entered': ({ from, to, entries }) =>
      `Nhập ${entries} số lượt giao dịch, ${formatSpan(String(from), String(to), 'vi')}`,
    'transactions-corrected': ({ from, to, entries }) =>
      `Sửa ${entries} số lượt giao dịch, ${formatSpan(String(from), String(to), 'vi')}`,
    'transactions-imported': ({ from, to, entries, corrected }) =>
      `Lấy từ tệp ${entries} số lượt giao dịch, ${formatSpan(String(from), String(to), 'vi')}${Number(corrected) > 0 ? `; ${corrected} số thay số cũ` : ''}`,
  } as Record<string, (params: Readonly<Record<string, string | number>>) => string>,
};

function roleName(role: string | number | undefined): string {
  return accountsVi.roles[String(role)] ?? String(role);
}

function orNothing(value: string | number | undefined): string {
  return value === '' || value === undefined ? '(để trống)' : String(value);
}

function ruleName(rule: string | number | undefined): string {
  return trustVi.rules[String(rule)]?.name ?? String(rule);
}

/** The keys that every language has. */
export type AccountMessages = typeof accountsVi;
