import { formatCount } from '../formatting/numbers.ts';

const count = (n: number): string => formatCount(n, 'vi');

/** Words about transactions: entering, files, the rate of answers. Vietnamese is the source. */
export const transactionsVi = {
  title: 'Lượt giao dịch',
  intro: 'Trang này để nhập số lượt giao dịch, nhờ đó biết trong số người đến có bao nhiêu người đã trả lời.',
  definition:
    'Một lượt giao dịch là một hồ sơ đã trả kết quả, hoặc một việc giải quyết xong ngay tại quầy. Hồ sơ mới tiếp nhận, chưa có kết quả thì chưa tính.',
  readOnly: 'Số lượt giao dịch do cán bộ một cửa nhập; ở đây chỉ để xem.',
  saved: (n: number) => (n === 0 ? 'Không có số nào thay đổi.' : `Đã lưu ${count(n)} số.`),
  wholeUnit: 'Cả đơn vị',
  open: 'Mở trang Lượt giao dịch',
  weekdays: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'],

  week: {
    heading: (span: string) => `Tuần ${span}`,
    intro:
      'Ghi số lượt của từng ngày. Để trống là chưa biết; ngày không có ai đến thì ghi 0. Xóa một số thì số ấy không tính nữa, nhưng vẫn còn trong phần đã sửa.',
    move: 'Chuyển tuần',
    previous: 'Tuần trước',
    next: 'Tuần sau',
    modes: 'Cách nhập',
    byCounter: 'Theo từng quầy',
    byUnit: 'Chung cả đơn vị',
    day: 'Ngày',
    future: 'chưa tới',
    beforeOpening: 'trước ngày mở khảo sát',
    inTotal: (span: string, n: number) => `đã nằm trong số ${span}: ${count(n)}`,
    allInTotal: (span: string, n: number) =>
      `Mọi ngày của tuần này đã nằm trong một số chung: ${count(n)} lượt (${span}).`,
    splitTotal: 'Muốn nhập từng ngày thì bỏ số ấy trước, ở phần “Các số của nhiều ngày đã nhập”.',
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
      'Dùng khi không có số từng ngày. Số của cả tuần không chia được cho hai kỳ: nếu tuần nằm giữa hai kỳ báo cáo thì cả hai kỳ ấy chưa có số. Muốn có số cho kỳ báo cáo, xin nhập theo ngày hoặc theo kỳ báo cáo tháng.',
    period: 'Tuần hoặc tháng',
    counter: 'Của',
    n: 'Số lượt giao dịch',
    button: 'Lưu số này',
    none: 'Chưa có tuần hay tháng nào xong để nhập.',
    listHeading: 'Các số của nhiều ngày đã nhập',
    columns: { span: 'Các ngày', counter: 'Của', n: 'Số lượt', entered: 'Nhập', act: 'Bỏ' },
    withdraw: 'Bỏ…',
  },

  missing: {
    heading: 'Ngày làm việc còn thiếu số',
    intro: 'Còn thiếu một ngày thì tuần, tháng và kỳ báo cáo có ngày ấy chưa có tỷ lệ trả lời.',
    none: 'Không thiếu ngày nào trong các tuần gần đây.',
    allCounters: 'chưa có số nào',
    zeros: 'Ngày nghỉ lễ, ngày không có ai đến: chọn các ngày ấy rồi ghi 0 một lần.',
    button: 'Ghi 0 lượt cho các ngày đã chọn',
    zerosOfOwn: 'Chỉ ghi cho các quầy của mình.',
  },

  weeks: {
    heading: 'Các tuần gần đây',
    note: 'Tổng của tuần chỉ hiện khi mọi ngày làm việc đều có số.',
    week: 'Tuần',
    total: 'Cả đơn vị',
    missing: (days: number) => `thiếu ${count(days)} ngày`,
    straddling: 'có số vắt qua tuần khác',
    unknown: 'chưa đủ',
    none: 'Chưa có tuần nào xong.',
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
    heading: 'Lấy từ tệp của hệ thống một cửa',
    intro:
      'Nhận tệp XLSX hoặc CSV, tối đa 2 MB. Mọi số và mọi lỗi hiện ra để xem trước; chưa bấm lưu thì chưa có gì được giữ.',
    file: 'Tệp',
    button: 'Xem trước',
    shapesHeading: 'Tệp nào đọc được?',
    shapes: [
      'Danh sách hồ sơ, mỗi dòng một hồ sơ, có cột ngày trả kết quả (hoặc ngày kết thúc, ngày hoàn thành). Hồ sơ chưa có ngày trả thì không tính.',
      'Mỗi dòng một ngày, có cột số lượt hoặc số hồ sơ đã trả; có thể có thêm cột quầy hoặc lĩnh vực.',
      'Mỗi dòng một ngày, mỗi cột một quầy.',
      'Mỗi dòng một tuần hoặc tháng: từ ngày … đến ngày …',
    ],
    privacy:
      'Chỉ lấy ngày, quầy và số lượng. Tên, số giấy tờ, số điện thoại trong tệp không được lưu, không hiện lại; tệp không được giữ.',
  },

  preview: {
    title: 'Xem trước tệp',
    intro: 'Trang này cho biết tệp có những số nào. Chưa có gì được lưu.',
    shapes: {
      dossiers: 'Đã đọc theo danh sách hồ sơ: đếm hồ sơ theo ngày trả kết quả.',
      totals: 'Đã đọc theo dòng: mỗi dòng một ngày hoặc một khoảng ngày.',
      columns: 'Đã đọc theo cột: mỗi cột một quầy.',
    } as Record<string, string>,
    unfinished: (n: number) => `${count(n)} hồ sơ chưa có ngày trả, không tính.`,
    totalRows: (n: number) => `${count(n)} dòng tổng đã đối chiếu, khớp, không tính lại.`,
    beforeOpening: (n: number) => `${count(n)} số trước ngày mở khảo sát, bỏ qua.`,
    faultHeading: (n: number) =>
      n === 1 ? 'Tệp có 1 lỗi, nên chưa lưu được' : `Tệp có ${count(n)} lỗi, nên chưa lưu được`,
    faultNote:
      'Nếu lưu một phần thì có ngày sẽ thiếu mà không ai biết. Xin sửa trong tệp rồi chọn lại tệp, hoặc nhập tay.',
    row: (row: number) => `Dòng ${row}`,
    rowColumn: (row: number, column: string) => `Dòng ${row}, cột ${column}`,
    place: (place: string, text: string) => `${place}: ${text}`,
    wholeFile: 'Cả tệp',
    value: (value: string) => ` Trong ô đang ghi: ${value}.`,
    moreFaults: (n: number) => `Còn ${count(n)} lỗi nữa, chưa kể ở đây.`,
    namesHeading: 'Tên quầy chưa nhận ra',
    namesIntro: 'Trong tệp có tên không trùng với quầy nào. Xin chọn mỗi tên là quầy nào.',
    choose: 'Xin chọn',
    skip: 'Không lấy các số này',
    namesButton: 'Xem trước với các quầy đã chọn',
    numbersHeading: (n: number) => `${count(n)} số sẽ được lưu`,
    days: 'Các ngày',
    replaced: (before: string) => `thay ${before}`,
    same: 'như cũ',
    sum: 'Cộng',
    save: (n: number) => `Lưu ${count(n)} số`,
    nothing: 'Không có số nào để lưu.',
    back: 'Không lưu, quay lại',
  },

  faultHeading: 'Có chỗ cần sửa, chưa lưu số nào',
  at: (place: string, text: string) => `${place}: ${text}`,
  with: (text: string, other: string) => `${text} (${other}).`,
  faults: {
    'changed-meanwhile':
      'Từ lúc mở trang này đã có người nhập số khác cho tuần này. Xin so lại với các số trong phần “Những số đã sửa” và “Các tuần gần đây”, rồi bấm lưu lần nữa nếu số của mình đúng.',
    'total-period': 'Xin chọn tuần hoặc tháng.',
    'total-counter': 'Xin chọn cả đơn vị hoặc một quầy.',
    'days-missing': 'Xin chọn ít nhất một ngày.',
    'file-missing': 'Xin chọn một tệp.',
    'names-missing': 'Xin chọn quầy cho mọi tên, hoặc chọn không lấy.',
    span: 'Khoảng ngày không đúng hoặc dài quá một năm.',
    number: 'Số lượt phải từ 0 đến 100.000.',
    'counter-unknown': 'Không có quầy này.',
    'counter-not-yours': 'Quầy này không được giao cho tài khoản đang dùng.',
    'whole-unit-not-yours': 'Tài khoản này chỉ nhập cho các quầy được giao, không nhập số của cả đơn vị.',
    'before-opening': 'Có ngày trước ngày mở khảo sát.',
    'not-over': 'Ngày chưa tới nên chưa có số.',
    'twice-in-form': 'Cùng một chỗ được ghi hai lần.',
    overlap: 'Đã có số khác tính các lượt này, lưu nữa thì tính hai lần. Xin bỏ số kia trước',

    empty: 'Tệp không có gì.',
    'too-large': 'Tệp lớn hơn 2 MB. Xin xuất ít ngày hơn.',
    'too-many-rows': 'Tệp có hơn 20.000 dòng. Xin xuất ít ngày hơn.',
    'unpacks-too-large':
      'Bảng tính này mở ra quá lớn nên không đọc. Xin lưu lại thành CSV, hoặc xuất ít ngày hơn.',
    'old-excel':
      'Đây là tệp Excel cũ (.xls) hoặc tệp có mật khẩu. Xin mở bằng Excel rồi lưu lại thành .xlsx hoặc .csv, không đặt mật khẩu.',
    'web-page': 'Tệp này thật ra là một trang web dù tên là .xls. Xin mở bằng Excel rồi lưu lại thành .xlsx.',
    'not-a-table': 'Tệp này không phải bảng tính, cũng không phải CSV.',
    damaged: 'Bảng tính bị hỏng hoặc chép thiếu.',
    'broken-quotes': 'Từ dòng này có dấu ngoặc kép mở mà không đóng.',
    'no-heading': 'Không tìm thấy dòng tiêu đề có cột ngày (ví dụ “Ngày trả kết quả”, “Ngày”, “Từ ngày”).',
    'only-receipt-dates':
      'Tệp chỉ có ngày tiếp nhận. Lượt giao dịch tính theo ngày trả kết quả, nên cần cột ngày trả hoặc ngày kết thúc.',
    'no-count-column': 'Có cột ngày nhưng không có cột số lượng (ví dụ “Số lượt”, “Số hồ sơ đã trả”).',
    'several-sheets': 'Có nhiều trang tính cùng có số. Xin để lại một trang tính.',
    'too-many-names': 'Cột quầy có hơn 30 tên khác nhau; có lẽ đây không phải cột quầy.',
    'too-many-numbers': 'Tệp cho ra hơn 4.000 số. Xin xuất ít ngày hơn.',
    'nothing-found': 'Có dòng tiêu đề nhưng bên dưới không có số nào.',
    'date-missing': 'Thiếu ngày.',
    'not-a-date': 'Đây không phải ngày. Xin ghi ngày/tháng/năm.',
    'no-such-day': 'Không có ngày này trong lịch.',
    'month-first':
      'Ngày ghi theo kiểu tháng/ngày/năm. Cả tệp có thể bị đọc nhầm, xin đổi sang ngày/tháng/năm.',
    'week-number': 'Số thứ tự tuần có nhiều cách tính. Xin ghi từ ngày … đến ngày …',
    'span-backwards': 'Ngày cuối đứng trước ngày đầu.',
    'count-missing': 'Thiếu số lượng. Nếu không có ai đến, xin ghi 0.',
    'not-a-count': 'Đây không phải một số.',
    'negative-count': 'Số lượng không thể âm.',
    'not-whole': 'Số lượng phải là số nguyên.',
    'count-too-large': 'Số lượng lớn quá 100.000.',
    'formula-failed': 'Công thức trong ô bị lỗi.',
    'merged-count': 'Một số gộp chung cho nhiều dòng, không chia được.',
    'counter-missing': 'Thiếu tên quầy hoặc lĩnh vực.',
    'dossier-twice': 'Hồ sơ này đã có ở một dòng trên',
    twice: 'Ngày và quầy này đã có ở một dòng trên',
    'row-total': 'Cột tổng không bằng các quầy cộng lại',
    'total-differs': 'Dòng tổng không bằng các dòng cộng lại',
  } as Record<string, string>,
  otherRow: (row: number) => `dòng ${row}`,
  otherSum: (sum: number) => `cộng được ${count(sum)}`,
};
