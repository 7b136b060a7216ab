import { formatCount } from '../formatting/numbers.ts';

const count = (n: number): string => formatCount(n, 'vi');

export const transactionsVi = {
  title: 'Lượt giao dịch',
  definition:
    'Một lượt giao dịch là một hồ sơ đã trả kết quả, hoặc một việc giải quyết xong ngay tại quầy. Hồ sơ mới tiếp nhận, chưa có kết quả thì chưa tính.',
  readOnly: 'Số lượt giao dịch do cán bộ một cửa nhập; ở đây chỉ để xem.',
  saved: (n: number) => (n === 0 ? 'Không có số nào thay đổi.' : `Đã lưu ${count(n)} số.`),
  wholeUnit: 'Cả đơn vị',
  open: 'Mở trang Lượt giao dịch',
  weekdays: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'],

  week: {
    heading: (span: string) => `Tuần ${span}`,
    intro: 'Mỗi ngày một số. Chưa có số thì để trống; ngày không có ai đến thì ghi 0.',
    move: 'Chuyển tuần',
    previous: 'Tuần trước',
    next: 'Tuần sau',
    byCounter: 'Nhập theo từng quầy (không bắt buộc)',
    byUnit: 'Nhập chung cả đơn vị, mỗi ngày một số',
    sum: 'Cả tuần',
    byCounters: 'đã nhập theo từng quầy',
    inUnit: (n: number) => `đã có số của cả đơn vị: ${count(n)}`,
    day: 'Ngày',
    future: 'chưa tới',
    beforeOpening: 'trước ngày mở khảo sát',
    inTotal: (span: string, n: number) => `đã nằm trong số ${span}: ${count(n)}`,
    allInTotal: (span: string, n: number) =>
      `Mọi ngày của tuần này đã nằm trong một số chung: ${count(n)} lượt (${span}).`,
    splitTotal: 'Muốn nhập từng ngày thì bỏ số đó trước, ở phần “Các số của nhiều ngày đã nhập”.',
    cell: (counter: string, day: string) => `${counter}, ${day}`,
    blank: 'chưa có',
    button: 'Lưu các số của tuần này',
    noCounters: 'Chưa có quầy nào được giao để nhập.',
    closed: (periods: string) =>
      `Đã chốt: ${periods}. Báo cáo của kỳ đã chốt giữ nguyên; số nhập hay sửa bây giờ chỉ vào các kỳ chưa chốt.`,
  },

  total: {
    heading: 'Một số cho cả tuần hoặc cả tháng',
    intro:
      'Dùng khi không có số từng ngày. Tuần nằm giữa hai kỳ báo cáo thì không chia được, cả hai kỳ đó chưa có số. Muốn có số cho kỳ báo cáo, vui lòng nhập theo ngày hoặc theo kỳ báo cáo tháng.',
    period: 'Tuần hoặc tháng',
    counter: 'Của',
    n: 'Số lượt giao dịch',
    button: 'Lưu số này',
    none: 'Chưa có tuần hay tháng nào kết thúc để nhập.',
    listHeading: 'Các số của nhiều ngày đã nhập',
    columns: { span: 'Các ngày', counter: 'Của', n: 'Số lượt', entered: 'Nhập', act: 'Bỏ' },
    withdraw: 'Bỏ…',
  },

  missing: {
    heading: 'Ngày làm việc còn thiếu số',
    intro: 'Còn thiếu một ngày thì tuần, tháng và kỳ báo cáo có ngày đó chưa tính được tỷ lệ trả lời.',
    none: 'Không thiếu ngày nào trong các tuần gần đây.',
    allCounters: 'chưa có số nào',
    several: (n: number) => `thiếu số của ${count(n)} quầy`,
    zeros: 'Ngày nghỉ lễ, ngày không có ai đến: chọn các ngày đó rồi ghi 0 một lần.',
    button: 'Ghi 0 lượt cho các ngày đã chọn',
    zerosOfOwn: 'Chỉ ghi cho các quầy của mình.',
  },

  weeks: {
    heading: 'Các tuần gần đây',
    week: 'Tuần',
    total: 'Cả đơn vị',
    missing: (days: number) => `thiếu ${count(days)} ngày`,
    straddling: 'có số chung với tuần khác',
    unknown: 'chưa đủ',
    none: 'Chưa có tuần nào kết thúc.',
  },

  corrections: {
    heading: 'Những số đã sửa',
    note: 'Số cũ không mất: mỗi lần sửa thêm một dòng.',
    none: 'Chưa sửa số nào.',
    columns: { span: 'Các ngày', counter: 'Của', change: 'Sửa', who: 'Ai', at: 'Lúc' },
    change: (before: string, after: string) => `${before} → ${after}`,
    nothing: 'bỏ',
  },

  upload: {
    heading: 'Đã có tệp của phần mềm một cửa?',
    intro: 'Excel (.xlsx) hoặc CSV, tối đa 2 MB. Trang sau cho xem tệp và hỏi lại trước khi lưu.',
    file: 'Tệp',
    button: 'Đọc tệp',
    privacy:
      'Chỉ lưu ngày, quầy và số lượt. Tên, số giấy tờ, số điện thoại trong tệp không được lưu; tệp chỉ ở trong bộ nhớ lúc đang đọc, nhiều nhất một giờ.',
  },

  faultHeading: 'Có chỗ cần sửa, chưa lưu số nào',
  at: (place: string, text: string) => `${place}: ${text}`,
  with: (text: string, other: string) => `${text} (${other}).`,
  faults: {
    'changed-meanwhile':
      'Từ lúc mở trang này đã có người nhập số khác cho tuần này. Vui lòng so với phần “Những số đã sửa” và “Các tuần gần đây”; số của mình đúng thì bấm lưu lần nữa.',
    'total-period': 'Vui lòng chọn tuần hoặc tháng.',
    'total-counter': 'Vui lòng chọn cả đơn vị hoặc một quầy.',
    'days-missing': 'Vui lòng chọn ít nhất một ngày.',
    span: 'Khoảng ngày không đúng hoặc dài quá một năm.',
    number: 'Số lượt phải từ 0 đến 100.000.',
    'counter-unknown': 'Không có quầy này.',
    'counter-not-yours': 'Quầy này không được giao cho tài khoản đang dùng.',
    'whole-unit-not-yours': 'Tài khoản này chỉ nhập cho các quầy được giao, không nhập số của cả đơn vị.',
    'before-opening': 'Có ngày trước ngày mở khảo sát.',
    'not-over': 'Ngày chưa tới nên chưa có số.',
    'twice-in-form': 'Cùng một chỗ được ghi hai lần.',
    overlap: 'Đã có số khác tính các lượt này, lưu thêm thì bị tính hai lần. Vui lòng bỏ số kia trước',

    'count-missing': 'Thiếu số lượng. Nếu không có ai đến, vui lòng ghi 0.',
    'not-a-count': 'Đây không phải một số.',
    'negative-count': 'Số lượng không thể âm.',
    'not-whole': 'Số lượng phải là số nguyên.',
    'count-too-large': 'Số lượng lớn quá 100.000.',
    unknown: 'Có một chỗ chưa đúng. Vui lòng xem lại.',
  } as Record<string, string>,
};
