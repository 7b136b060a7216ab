import { formatCount } from '../formatting/numbers.ts';

const count = (n: number): string => formatCount(n, 'vi');
/** In words, because 02/12 could be read as month and day. */
const dayInWords = (day: string): string => `ngày ${Number(day.slice(8))} tháng ${Number(day.slice(5, 7))}`;

/** `/can-bo/giao-dich/tep`: import of transactions from a spreadsheet. */
export const transactionFileVi = {
  title: (file: string) => (file === '' ? 'Đọc tệp lượt giao dịch' : `Đọc tệp “${file}”`),
  back: 'Lượt giao dịch',
  stepsLabel: 'Các bước',
  steps: ['Xem tệp', 'Xem số theo ngày', 'Đã lưu'],
  cancel: 'Thôi',

  place: {
    sheet: 'Trang tính',
    unnamed: (n: number) => `Trang ${n}`,
    heading: 'Tiêu đề ở dòng',
    button: 'Xem lại tệp',
    several: 'Tệp có nhiều trang tính có ngày. Vui lòng chọn trang cần lấy số.',
  },

  ask: {
    heading: 'Tệp này nên đọc thế nào?',
    faultHeading: 'Còn câu chưa trả lời',
    kind: 'Mỗi dòng là gì?',
    titles: (texts: readonly string[]) =>
      `Trong tệp có ghi: ${texts.map((text) => `“${text}”`).join(', ')}. Nếu các dòng vẫn là hồ sơ đã trả của đơn vị mình thì chọn tiếp.`,
    kinds: {
      dossiers: 'Một hồ sơ',
      totals: 'Một số tổng',
      counters: 'Một ngày, mỗi cột là số của một quầy',
    },
    idColumn: (column: string, repeated: number) =>
      repeated === 0
        ? `cột ${column} là mã hồ sơ`
        : `cột ${column} là mã hồ sơ, có ${count(repeated)} mã lặp lại`,
    noId: 'đếm số dòng của từng ngày',
    needsCount: 'cộng các số trong cột số lượng',
    date: 'Tính theo ngày nào?',
    dates: (n: number) => `${count(n)} cột có ngày, vui lòng chọn một cột`,
    noDates:
      'Không thấy cột nào có ngày. Có thể chọn trang tính hay dòng tiêu đề khác ở trên. Tệp ghi tuần, quý, hoặc xếp ngày thành cột thì sửa thành hai cột Ngày, Số lượt (hoặc Từ ngày, Đến ngày, Số lượt), hay nhập tay số của tuần, tháng đó.',
    days: (column: string, examples: string, days: number, blank: number) =>
      `${column}: ${examples}; ${count(days)} ô là ngày${blank === 0 ? '' : `, ${count(blank)} ô không phải ngày hoặc trống`}`,
    count: 'Cột nào là số lượng?',
    countNote: 'chỉ khi mỗi dòng là một số tổng',
    countsNote: 'chọn các cột quầy khi mỗi cột là một quầy',
    column: (column: string, examples: string) => `${column}: ${examples}`,
    counter: 'Có tách theo quầy không?',
    whole: 'Không, tính toàn đơn vị',
    byColumn: (heading: string, column: string) => `Có, theo cột ${heading} (${column})`,
    names: (n: number) => `${count(n)} tên khác nhau`,
    order: 'Ngày viết theo thứ tự nào?',
    orderNote: 'các ngày trong tệp có thể đọc nhiều kiểu',
    orders: {
      'day-first': 'Ngày trước, tháng sau',
      'month-first': 'Tháng trước, ngày sau',
      swapped: 'Excel đã đổi chỗ ngày và tháng, cần đổi lại',
    },
    orderExamples: (days: readonly string[]) => `các ô đầu là ${days.map(dayInWords).join(', ')}`,
    button: 'Xem số theo ngày',
    faults: {
      kind: 'Vui lòng chọn mỗi dòng là gì.',
      date: 'Vui lòng chọn cột ngày để tính.',
      count: 'Vui lòng chọn cột số lượng.',
      order: 'Vui lòng chọn thứ tự ngày, tháng.',
    } as Record<string, string>,
  },

  preview: {
    caption: (sheet: string, rows: number, shown: number) =>
      `${sheet === '' ? 'Tệp' : `Trang tính “${sheet}”`} có ${count(rows)} dòng, đang xem ${count(shown)} dòng đầu. Cột được tính có khung.`,
    marks: { date: 'ngày được tính', counter: 'quầy', count: 'số lượng', id: 'mã hồ sơ' },
    empty: '(trống)',
  },

  result: {
    readBy: {
      dossiers: (date: string, counter: string) => `Mỗi dòng một hồ sơ, theo ${date}, ${counter}.`,
      totals: (date: string, counter: string, n: string) =>
        `Mỗi dòng một số ở cột ${n}, theo ${date}, ${counter}.`,
      counters: (date: string, _: string, columns: string) => `Mỗi cột một quầy (${columns}), theo ${date}.`,
    },
    whole: 'toàn đơn vị',
    byCounter: (heading: string) => `tách theo ${heading}`,
    remembered: 'Đọc như lần trước, vì tệp có cùng hàng tiêu đề.',
    sum: (rows: number, saved: number, left: number) => [count(rows), count(saved), count(left)] as const,
    dossierSum: { rows: 'dòng =', saved: 'lượt sẽ lưu +', left: 'dòng không tính' },
    totalSum: { rows: 'dòng,', saved: 'lượt sẽ lưu;', left: 'dòng không tính' },
    bad: (n: number) =>
      `${count(n)} chỗ không đọc được hoặc cần xem lại, chưa tính. Các dòng khác vẫn đọc được.`,
    badColumns: { row: 'Dòng', column: 'Cột', value: 'Trong ô', why: 'Vì sao', day: 'Ngày bị thiếu' },
    unknownDay: 'chưa rõ',
    moreBad: (n: number) => `và ${count(n)} chỗ nữa`,
    treatAsUnfinished: 'Các ô ghi như sau có phải là “chưa trả kết quả” không?',
    countAnyway: 'Các dòng sau đọc được nhưng khác thường. Đánh dấu nếu vẫn tính:',
    treatButton: 'Đọc lại với các dấu này',
    will: 'Sẽ lưu',
    week: 'Tuần từ',
    weekdays: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'],
    total: 'Cộng',
    all: 'Tất cả',
    spans: 'Nhiều ngày',
    replaced: (span: string, before: string, after: string) => `${span} từ ${before} thành ${after}`,
    replacing: (list: string) => `* Đang có số khác, sẽ thay: ${list}.`,
    short: (list: string) => `† Có thể thiếu vì dòng bị bỏ: ${list}.`,
    left: 'Không tính',
    rows: (n: number) => `${count(n)} dòng`,
    leftOut: {
      bad: 'Không đọc được',
      unfinished: 'Chưa trả kết quả',
      repeated: 'Mã hồ sơ lặp lại',
      totals: 'Dòng cộng',
      notes: 'Tiêu đề nhắc lại, ghi chú, chữ ký',
      skipped: 'Tên được chọn không lấy (lượt)',
      'before-opening': 'Trước ngày mở khảo sát (lượt)',
      'not-over': 'Ngày chưa hết (lượt)',
      overlap: 'Đã có số khác tính các ngày này (lượt)',
      'counter-not-yours': 'Quầy không được giao cho tài khoản này (lượt)',
      'whole-unit-not-yours': 'Tài khoản này không nhập số của cả đơn vị (lượt)',
      other: 'Không lưu được (lượt)',
    } as Record<string, string>,
    nothingLeft: 'Không bỏ dòng nào.',
    which: 'Xem',
    rowList: (rows: string, more: number) =>
      more === 0 ? `Dòng ${rows}.` : `Dòng ${rows} và ${count(more)} dòng nữa.`,
    placeholders: (list: string) => `Trong ô ngày ghi: ${list}.`,
    blank: 'trống',
    choices: {
      name: {
        heading: 'Tên trong tệp là quầy nào?',
        note: 'Các tên này không trùng tên quầy. Chọn một lần, lần sau không hỏi lại.',
        button: 'Xem số với các quầy đã chọn',
        fault: 'Vui lòng chọn quầy cho mọi tên, hoặc chọn không lấy.',
      },
      text: {
        heading: 'Các tình trạng sau có tính không?',
        note: 'Chỉ hồ sơ đã trả kết quả mới tính. Chọn một lần, lần sau không hỏi lại.',
        button: 'Xem số với các tình trạng đã chọn',
        fault: 'Vui lòng chọn tính hay không cho mọi tình trạng.',
      },
    },
    name: (n: number) => `${count(n)} lượt`,
    state: (heading: string, n: number) => `cột ${heading}, ${count(n)} dòng`,
    counts: 'Tính',
    choose: 'Chọn',
    wholeUnit: 'Cả đơn vị',
    skip: 'Không lấy',
    save: (n: number) => `Lưu ${count(n)} lượt`,
    saveWithout: (bad: number, n: number) => `Bỏ ${count(bad)} chỗ này, lưu ${count(n)} lượt`,
    nothing: 'Không có số nào để lưu.',
    again: 'Đọc cách khác',
    fix: 'Sửa tệp rồi đọc lại',
    faults: {
      'not-a-date': 'không phải ngày',
      'no-such-day': 'không có ngày này trong lịch',
      'span-backwards': 'ngày cuối trước ngày đầu',
      'count-missing': 'thiếu số',
      'formula-failed': 'công thức không có kết quả',
      'not-a-count': 'không phải số',
      'negative-count': 'số âm',
      'not-whole': 'không phải số nguyên',
      'count-too-large': 'số quá lớn',
      'merged-count': 'một số gộp cho nhiều dòng',
      'counter-missing': 'thiếu tên quầy',
      'unclear-count': 'dấu chấm, phẩy có thể là phần nghìn hoặc phần lẻ',
      overlap: 'ngày và quầy này đã có ở dòng trên',
      'other-section': 'thuộc bảng hay phần khác (chưa xong, đã hủy…)',
      'other-shape':
        'khác các dòng khác: thiếu số thứ tự, thiếu nhiều ô, hoặc là dòng chi tiết (gạch đầu dòng, lùi vào)',
      'hidden-row': 'dòng bị ẩn hoặc bị lọc trong tệp',
      'struck-out': 'chữ bị gạch ngang',
      'day-above': 'ô ngày trống; có thể lấy ngày của dòng trên (ngày chỉ ghi ở dòng đầu mỗi nhóm)',
      'looks-like-sum': 'là tổng hay trung bình của các dòng khác',
      'too-many-cells': 'dòng có nhiều ô hơn tiêu đề, có thể lệch cột',
      'unlikely-day': 'ngày không hợp lý: chưa tới, hoặc đã quá ba năm',
      'id-missing': 'thiếu mã hồ sơ',
      repeated: 'trùng mã với một dòng trên mà ngày hoặc tên khác, hoặc giống hệt một dòng trên',
      'before-received': 'ngày trả trước ngày nhận',
      'total-differs': 'tổng ghi trong tệp khác với các dòng cộng lại',
    } as Record<string, string>,
  },

  saved: {
    done: (n: number, days: number, span: string) =>
      [`Đã lưu ${count(n)} lượt`, ` của ${count(days)} ngày, ${span}.`] as const,
    replaced: (n: number) => (n === 0 ? '' : ` ${count(n)} số cũ đã thay.`),
    undo: 'Hoàn tác',
    undone: 'Các số lưu từ tệp này không còn nữa: đã hoàn tác, hoặc có người đã sửa.',
    heading: 'Lần sau không hỏi lại',
    note: 'Tệp có hàng tiêu đề giống hôm nay sẽ được đọc giống hôm nay. Tiêu đề khác thì hỏi lại.',
    weeks: 'Xem các tuần',
    forget: 'Xóa cách đọc đã nhớ',
  },

  refused: {
    lead: 'Chưa đọc được',
    byHand: 'Nhập số từng ngày',
    other: 'Chọn tệp khác',
    row: (row: number) => ` (từ dòng ${row})`,
    xlsx: 'Trong hệ thống một cửa, chọn xuất ra Excel (.xlsx) hoặc CSV. Chưa có thì nhập số từng ngày.',
    resave: 'Mở tệp bằng Excel, chọn Lưu thành (Save As), loại tệp .xlsx, rồi chọn lại tệp.',
    reasons: {
      empty: ['tệp không có gì.', 'Chọn lại tệp có số liệu, hoặc nhập số từng ngày.'],
      'too-large': [
        'tệp lớn hơn mức đọc được (2 MB, hoặc mở ra quá lớn).',
        'Xuất ít ngày hơn, chẳng hạn từng tháng.',
      ],
      'too-many-rows': ['tệp có hơn 20.000 dòng.', 'Xuất ít ngày hơn, chẳng hạn từng tháng.'],
      'too-many-columns': ['trang tính có hơn 80 cột.', 'Bỏ bớt cột không cần rồi chọn lại tệp.'],
      damaged: ['bảng tính bị hỏng hoặc chép thiếu.', 'Xuất lại từ hệ thống một cửa.'],
      password: ['tệp có mật khẩu.', 'Mở bằng Excel, lưu lại thành .xlsx không đặt mật khẩu.'],
      'old-excel': ['đây là tệp Excel cũ (.xls).', 'resave'],
      'binary-excel': ['đây là tệp Excel nhị phân (.xlsb).', 'resave'],
      'open-document': ['đây là bảng tính OpenDocument (.ods).', 'Mở bằng LibreOffice, lưu lại thành .xlsx.'],
      'web-archive': ['đây là trang web lưu trữ (MHTML), dù tên có thể là .xls.', 'resave'],
      'xml-spreadsheet': ['đây là bảng tính dạng XML năm 2003.', 'resave'],
      pdf: ['đây là bản PDF, không có ô số.', 'xlsx'],
      picture: ['đây là ảnh, không có ô số.', 'xlsx'],
      word: ['đây là văn bản Word, không phải bảng tính.', 'xlsx'],
      'not-a-table': ['tệp này không phải bảng tính, cũng không phải CSV.', 'xlsx'],
      'broken-quotes': ['có dấu ngoặc kép mở mà không đóng', 'Xuất lại thành .xlsx, hoặc sửa chỗ đó.'],
      'letters-lost': [
        'chữ có dấu đã mất, chỉ còn dấu hỏi.',
        'Lưu lại từ Excel, chọn loại tệp .xlsx hoặc “CSV UTF-8”.',
      ],
      'no-heading': [
        'không thấy hàng tiêu đề có số liệu bên dưới.',
        'Thêm một hàng tiêu đề (ví dụ: Ngày, Số lượt) rồi chọn lại tệp. Ngày xếp thành hàng ngang thì chép lại thành hai cột Ngày, Số lượt.',
      ],
      'side-by-side': [
        'trang tính có hai bảng đặt cạnh nhau, cùng tiêu đề ngày.',
        'Đưa về một bảng (chép bảng thứ hai xuống dưới) rồi chọn lại tệp.',
      ],
      'too-slow': [
        'đọc tệp mất quá nhiều thời gian nên đã dừng.',
        'Xuất ít ngày hơn, hoặc lưu lại thành CSV.',
      ],
      'too-much-memory': ['tệp mở ra quá lớn nên đã dừng.', 'Xuất ít ngày hơn, hoặc lưu lại thành CSV.'],
      busy: ['máy chủ đang đọc các tệp khác.', 'Vui lòng thử lại sau một phút.'],
      'too-many-files': [
        'tài khoản này đã gửi quá nhiều tệp trong một giờ.',
        'Vui lòng chờ một giờ, hoặc nhập số từng ngày.',
      ],
      forgotten: ['tệp đã chọn không còn được giữ (chỉ giữ trong một giờ).', 'Vui lòng chọn lại tệp.'],
    } as Record<string, readonly [string, string]>,
  },
};
