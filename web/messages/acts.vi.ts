import { formatDay, formatSpan } from '../formatting/dates.ts';
import { asSentence, type NumberStem, sayNumberChange } from '../formatting/number-lines.ts';
import { formatTarget, formatThreshold } from '../formatting/numbers.ts';
import { formatCalendarPeriod } from '../formatting/periods.ts';
import { feedbackVi } from './feedback.vi.ts';
import { figuresVi } from './figures.vi.ts';
import { nameRoles } from './roles.vi.ts';
import { trustVi } from './trust.vi.ts';

type Value = string | number | undefined;
const day = (value: Value): string => formatDay(String(value), 'vi');
const periodName = (id: Value): string => formatCalendarPeriod(String(id), figuresVi);

/** Names of fields of the unit, for the log of acts. */
const UNIT_FACTS: Readonly<Record<string, string>> = {
  kind: 'loại đơn vị',
  area_code: 'mã đơn vị hành chính',
  head_agency: 'cơ quan chủ quản',
  places: 'nơi tiếp nhận hồ sơ',
  procedures_receiver: 'nơi nhận, theo dõi thủ tục hành chính',
};

export const actsVi = {
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
  'password-link-opened': ({ user, by, known }) =>
    `Mở địa chỉ đặt mật khẩu của ${user}, do ${by === '' ? 'máy chủ' : by} tạo${known === 1 ? ', trên trình duyệt đang đăng nhập' : ', khi chưa đăng nhập'}`,
  'password-set-by-link': ({ user }) => `${user} đặt mật khẩu bằng địa chỉ dùng một lần`,
  'password-changed': ({ user }) => `${user} đổi mật khẩu`,
  'second-factor-on': ({ user }) => `${user} bật xác thực hai bước`,
  'second-factor-off': ({ user }) => `${user} tắt xác thực hai bước`,
  'second-factor-reset': ({ user }) => `Đặt lại xác thực hai bước của ${user}`,
  'second-factor-demanded': ({ roles }) =>
    roles === ''
      ? 'Bỏ yêu cầu xác thực hai bước'
      : `Yêu cầu xác thực hai bước với vai trò ${String(roles).split(' ').map(roleName).join(', ')}`,
  'recovery-codes-renewed': ({ user }) => `${user} lấy mã dự phòng mới`,
  'phone-link-made': ({ user }) => `Hiện mã ghi nhớ điện thoại cho ${user}`,
  'phone-remembered': ({ user }) => `Ghi nhớ một điện thoại của ${user}`,
  'phone-revoked': ({ user }) => `Thu hồi một điện thoại của ${user}`,
  'unit-renamed': ({ from, to }) =>
    from === '' ? `Đặt tên đơn vị là “${to}”` : `Đổi tên đơn vị từ “${from}” thành “${to}”`,
  'unit-official-code-changed': ({ from, to }) =>
    `Đổi mã định danh từ ${orNothing(from)} thành ${orNothing(to)}`,
  'unit-phone-changed': ({ from, to }) =>
    `Đổi số điện thoại liên hệ từ ${orNothing(from)} thành ${orNothing(to)}`,
  'unit-receiver-changed': ({ from, to }) =>
    `Đổi nơi nhận báo cáo từ ${orNothing(from)} thành ${orNothing(to)}`,
  'unit-fact-changed': ({ fact, from, to }) =>
    `Đổi ${UNIT_FACTS[String(fact)] ?? 'thông tin đơn vị'} từ ${orNothing(from)} thành ${orNothing(to)}`,
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
  'opening-hours-withdrawn': ({ since }) => `Rút lại giờ mở cửa dự kiến áp dụng từ ngày ${day(since)}`,
  'improvements-set': ({ text }) => `Ghi việc đã sửa theo góp ý: “${text}”`,
  'improvements-removed': () => 'Bỏ việc đã sửa theo góp ý',
  'target-confirmed': ({ document }) => `Xác nhận mục tiêu theo “${document}”`,
  // Versions up to 0.2.0 logged `year` instead of `period`.
  'sipas-set': ({ year, period, percent }) =>
    `Ghi chỉ số SIPAS ${periodName(period ?? year)} của tỉnh: ${formatTarget(Number(percent), 'vi')}`,
  'dvcqg-766-set': ({ period, percent }) =>
    `Ghi tỷ lệ hài lòng theo Bộ chỉ số 766, ${periodName(period)}: ${formatTarget(Number(percent), 'vi')}`,
  'dvcqg-766-removed': () => 'Bỏ tỷ lệ hài lòng theo Bộ chỉ số 766',
  'official-start': ({ from, to, erased }) =>
    `Bắt đầu chính thức, xóa ${erased} phiếu chạy thử, ${formatSpan(String(from), String(to), 'vi')}`,
  'trial-extended': ({ until }) =>
    until === undefined ? 'Gia hạn chạy thử thêm 30 ngày' : `Gia hạn chạy thử đến hết ngày ${day(until)}`,
  'local-only-set': ({ state }) =>
    state === 'on' ? 'Khai máy chủ chỉ dùng trong mạng nội bộ' : 'Bỏ khai chỉ dùng trong mạng nội bộ',
  'clock-confirmed': ({ day: on }) => `Xác nhận hôm nay là ngày ${day(on)}`,
  'sipas-removed': () => 'Bỏ chỉ số SIPAS của tỉnh',
  'opening-hours-set': ({ since }) => `Khai giờ mở cửa áp dụng từ ngày ${formatDay(String(since), 'vi')}`,
  'api-key-created': ({ name }) => `Tạo khóa cho phần mềm: ${name}`,
  'api-key-revoked': ({ name }) => `Thu hồi khóa của phần mềm: ${name}`,
  'comments-marked': ({ count, state, references }) =>
    `Đánh dấu ${count} góp ý là “${feedbackVi.states[String(state)] ?? state}”: mã ${references}`,
  'comment-retention-set': ({ months, since }) =>
    `Từ ngày ${formatDay(String(since), 'vi')} giữ góp ý ${months} tháng`,
  'comment-retention-withdrawn': ({ months, since }) =>
    `Rút lại thời hạn giữ góp ý ${months} tháng dự kiến áp dụng từ ngày ${formatDay(String(since), 'vi')}`,
  'slips-printed': ({ slips, counter, until }) =>
    `Tạo ${slips} phiếu phát tay cho quầy “${counter}”, dùng đến hết ngày ${day(until)}`,
  'supervisor-slips-printed': ({ slips, until }) =>
    `Tạo ${slips} phiếu phát tay của người giám sát, dùng đến hết ngày ${day(until)}`,
  'headline-figure-changed': ({ since, to }) =>
    to === 'single-use'
      ? `Từ ${day(since)} kết quả chính tính trên riêng phiếu phát tay`
      : `Từ ${day(since)} kết quả chính tính trên mọi phiếu`,
  'suggestion-tick-changed': ({ since, to }) =>
    to === 'on'
      ? `Từ ${day(since)} phiếu có ô “Có người gợi ý tôi chọn câu trả lời”`
      : `Từ ${day(since)} phiếu bỏ ô “Có người gợi ý tôi chọn câu trả lời”`,
  'survey-changed': ({ since, survey, counters }) =>
    `Đặt mẫu phiếu ${survey} từ ${day(since)} ở ${counters ?? 'tất cả các quầy'}`,
  'survey-withdrawn': ({ since, survey, counters }) =>
    `Rút lại mẫu phiếu ${survey} dự kiến dùng từ ${day(since)} ở ${counters ?? 'tất cả các quầy'}`,
  'rule-changed': ({ rule, since, state, threshold }) =>
    `${state === 'on' ? 'Bật' : 'Tắt'} quy tắc “${ruleName(rule)}” từ ngày ${formatDay(String(since), 'vi')}${
      threshold === undefined ? '' : `, ngưỡng ${formatThreshold(Number(threshold), 'vi')}`
    }`,
  'rule-withdrawn': ({ rule, since }) =>
    `Rút lại thay đổi của quy tắc “${ruleName(rule)}” dự kiến áp dụng từ ngày ${formatDay(String(since), 'vi')}`,
  'transactions-entered': ({ from, to, entries }) =>
    `Nhập ${entries} số lượt giao dịch, ${formatSpan(String(from), String(to), 'vi')}`,
  'transactions-corrected': ({ from, to, entries }) =>
    `Sửa ${entries} chỗ trong số lượt giao dịch, ${formatSpan(String(from), String(to), 'vi')}`,
  'transactions-imported': ({ from, to, entries, corrected }) =>
    `Lấy từ tệp ${entries} số lượt giao dịch, ${formatSpan(String(from), String(to), 'vi')}${Number(corrected) > 0 ? `; ${corrected} số thay số cũ` : ''}`,
  'transaction-files-refused': () => 'Gửi quá nhiều tệp lượt giao dịch trong một giờ, không nhận thêm',
  ...numberActs(),
} as Record<string, (params: Readonly<Record<string, string | number>>) => string>;

/** The log of acts describes a numeric setting in the words of its confirmation page. */
function numberActs(): Record<string, (params: Readonly<Record<string, string | number>>) => string> {
  const stems = Object.keys(figuresVi.events.numbers) as NumberStem[];
  return Object.fromEntries(
    stems.flatMap((stem) => [
      [
        `${stem}-changed`,
        ({ since, from, to }: Readonly<Record<string, string | number>>) => {
          const change = {
            since: String(since),
            from: from === undefined ? null : Number(from),
            to: Number(to),
          };
          return asSentence(sayNumberChange(stem, change, figuresVi));
        },
      ],
      [
        `${stem}-withdrawn`,
        ({ since, withdrawn, stays }: Readonly<Record<string, string | number>>) => {
          const change = { since: String(since), withdrawn: Number(withdrawn), stays: Number(stays) };
          return asSentence(sayNumberChange(stem, change, figuresVi));
        },
      ],
    ]),
  );
}

function roleName(role: string | number | undefined): string {
  return nameRoles(String(role).split(' '));
}

function orNothing(value: string | number | undefined): string {
  return value === '' || value === undefined ? '(để trống)' : String(value);
}

function ruleName(rule: string | number | undefined): string {
  return trustVi.rules[String(rule)]?.name ?? String(rule);
}
