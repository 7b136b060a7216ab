import type { Locale } from '../formatting/numbers.ts';
import { formatCount } from '../formatting/numbers.ts';

const count = (n: number): string => formatCount(n, 'vi');

/** Words of the staff, leader and public results pages. Vietnamese is the source; English has the same keys. */
export const staffVi = {
  locale: 'vi' as Locale,

  skipToContent: 'Tới nội dung chính',
  menu: 'Mục lục',
  navigation: 'Các trang',
  nav: {
    leader: 'Lãnh đạo',
    week: 'Theo tuần',
    comments: 'Góp ý',
    transactions: 'Lượt giao dịch',
    posters: 'Tờ dán',
    results: 'Kết quả công khai',
    administration: 'Quản trị',
    account: 'Tài khoản',
    signOut: 'Đăng xuất',
  },

  period: {
    week: (span: string) => `Tuần ${span}`,
    month: (month: string, year: string) => `Tháng ${month}/${year}`,
    quarter: (quarter: string, year: string) => `Quý ${quarter}/${year}`,
    firstHalf: (year: string) => `6 tháng đầu năm ${year}`,
    secondHalf: (year: string) => `6 tháng cuối năm ${year}`,
    year: (year: string) => `Năm ${year}`,
    reportMonth: (month: string, year: string) => `Kỳ báo cáo tháng ${month}/${year}`,
    reportQuarter: (quarter: string, year: string) => `Kỳ báo cáo quý ${quarter}/${year}`,
    reportFirstHalf: (year: string) => `Kỳ báo cáo 6 tháng đầu năm ${year}`,
    reportSecondHalf: (year: string) => `Kỳ báo cáo 6 tháng cuối năm ${year}`,
    reportNineMonths: (year: string) => `Kỳ báo cáo 9 tháng năm ${year}`,
    reportYear: (year: string) => `Kỳ báo cáo năm ${year}`,
    range: (span: string) => `Các ngày ${span}`,
    withSpan: (name: string, span: string) => `${name} (${span})`,
    kinds: {
      week: 'Tuần',
      month: 'Tháng',
      quarter: 'Quý',
      half: 'Nửa năm',
      year: 'Năm',
      'report-month': 'Kỳ báo cáo tháng',
      'report-quarter': 'Kỳ báo cáo quý',
      'report-half': 'Kỳ báo cáo 6 tháng',
      'report-9m': 'Kỳ báo cáo 9 tháng',
      'report-year': 'Kỳ báo cáo năm',
      range: 'Khoảng ngày',
    } as Record<string, string>,
  },

  picker: {
    heading: 'Xem kỳ khác',
    label: 'Kỳ',
    button: 'Xem',
    empty: 'Chưa có kỳ nào để chọn.',
  },

  verdict: {
    met: 'ĐẠT mục tiêu',
    metUnsure: { lead: 'ĐẠT,', tail: 'nhưng chưa đủ phiếu để chắc' },
    metClose: { lead: 'ĐẠT,', tail: 'nhưng sát mục tiêu' },
    metExactly: { lead: 'ĐẠT', tail: '(vừa bằng mục tiêu)' },
    notMet: 'CHƯA ĐẠT',
    notMetUnsure: { lead: 'CHƯA ĐẠT,', tail: 'nhưng chưa đủ phiếu để chắc' },
    notMetClose: { lead: 'CHƯA ĐẠT,', tail: 'nhưng sát mục tiêu' },
    tooFew: { lead: 'CHƯA ĐỦ PHIẾU', tail: 'để nói đạt hay chưa' },
    none: { lead: 'CHƯA CÓ PHIẾU NÀO', tail: 'trong kỳ này' },
    waiting: { lead: 'CHƯA ĐỦ PHIẾU', tail: 'để hiện kết quả' },
    allSetAside: { lead: 'CHƯA CÓ PHIẾU ĐƯỢC TÍNH', tail: 'trong kỳ này' },
    noTarget: { lead: 'CHƯA ĐẶT MỤC TIÊU', tail: 'cho kỳ này' },

    some: (denominator: number, numerator: number, percent: string) =>
      `Trong số ${count(denominator)} người đã trả lời, ${count(numerator)} người hài lòng (${percent}).`,
    all: (denominator: number, percent: string) =>
      `Trong số ${count(denominator)} người đã trả lời, tất cả đều hài lòng (${percent}).`,
    nobody: (denominator: number, percent: string) =>
      `Trong số ${count(denominator)} người đã trả lời, không có ai hài lòng (${percent}).`,
    fewCount: (denominator: number, minimum: number) =>
      `Mới có ${count(denominator)} phiếu, cần ít nhất ${count(minimum)}.`,
    fewSome: (denominator: number, numerator: number) =>
      `Trong số ${count(denominator)} người đã trả lời, ${count(numerator)} người hài lòng.`,
    fewAll: (denominator: number) => `Trong số ${count(denominator)} người đã trả lời, tất cả đều hài lòng.`,
    fewNobody: (denominator: number) =>
      `Trong số ${count(denominator)} người đã trả lời, không có ai hài lòng.`,
    checkPosters: 'Hãy xem tờ dán mã còn ở quầy không.',
    waitingForFive: (received: number) =>
      `Đã nhận ${count(received)} phiếu. Kết quả chỉ hiện khi có từ 5 phiếu trở lên, để không ai biết được câu trả lời của từng người.`,
    onlySetAside: (received: number) =>
      `Đã nhận ${count(received)} phiếu, nhưng các phiếu này được để riêng, không tính vào con số chính.`,

    needed: (needed: number) => `Mức mục tiêu là ${count(needed)} người hài lòng.`,
    enough: 'Số phiếu đủ để kết luận.',
    missing: (missing: number) => `Còn thiếu ${count(missing)} người hài lòng để bằng mục tiêu.`,
    target: (percent: string, since: string) => `Mục tiêu: ${percent} (áp dụng từ ${since}).`,
    interval: (denominator: number, low: string, high: string) =>
      `Do mới có ${count(denominator)} phiếu, con số có thể từ ${low} đến ${high}.`,
    intervalCertain: (denominator: number, low: string, high: string) =>
      `Với ${count(denominator)} phiếu, con số có thể từ ${low} đến ${high}.`,
    intervalFinite: (population: number, low: string, high: string) =>
      `Nếu kể cả việc chỉ có ${count(population)} lượt giao dịch (số do xã nhập): từ ${low} đến ${high}.`,
    more: (ballots: number) =>
      `Muốn chắc, cần thêm khoảng ${count(ballots)} phiếu, nếu các phiếu sau cũng như vậy.`,
    moreClosed: (ballots: number) =>
      `Muốn chắc, phải có thêm khoảng ${count(ballots)} phiếu như vậy; kỳ này đã chốt.`,
    cannotTransactions: (population: number) =>
      `Trong kỳ này không thể chắc hơn, vì chỉ có ${count(population)} lượt giao dịch.`,
    cannotTransactionsUnknown: 'Trong kỳ này không thể chắc hơn, vì không có đủ lượt giao dịch.',
    cannotLimit: 'Con số quá sát mục tiêu: trong kỳ này không thể chắc hơn.',
    cannotEqual: 'Con số vừa đúng bằng mục tiêu nên thêm phiếu như vậy cũng không chắc hơn.',
    rest: (rest: number, neutral: number, dissatisfied: number) =>
      `Trong ${count(rest)} người còn lại: ${count(neutral)} người thấy bình thường, ${count(dissatisfied)} người không hài lòng.`,
    restNeutral: (rest: number) =>
      rest === 1
        ? 'Một người còn lại thấy bình thường.'
        : `${count(rest)} người còn lại đều thấy bình thường.`,
    restDissatisfied: (rest: number) =>
      rest === 1 ? 'Một người còn lại không hài lòng.' : `${count(rest)} người còn lại đều không hài lòng.`,
  },

  amongAnswered: 'Trong số người đã trả lời',
  satisfied: 'hài lòng',
  neutral: 'bình thường',
  dissatisfied: 'không hài lòng',
  counted: (n: number) => `${count(n)} phiếu được tính`,
  noFigures: 'Không có dữ liệu',
  tooFewShown: 'chưa đủ phiếu',
  suppressed: 'dưới 5 phiếu, không hiện',

  fixFirst: {
    heading: 'Nên sửa trước:',
    detail: (total: number, low: number) =>
      `Trong ${count(total)} người chưa hài lòng, ${count(low)} người chấm thấp câu này.`,
    nobodyDissatisfied: 'Chưa có ai chưa hài lòng.',
    unknown: 'Chưa đủ ý kiến chưa hài lòng để chỉ ra một việc.',
  },

  status: {
    provisional: (day: string) => `Số tạm tính đến ${day}, kỳ chưa chốt.`,
    free: (day: string) => `Số tính đến ${day}. Khoảng ngày tự chọn thì không có ngày chốt.`,
    closed: (day: string) => `Kỳ đã chốt, số tính đến hết ${day}.`,
    pending: (n: number) => `${count(n)} phiếu đã nhận sẽ cộng vào sau.`,
    carriedOn: (n: number) =>
      `${count(n)} phiếu của những ngày cuối kỳ được tính vào kỳ sau, vì quá ít để đứng riêng.`,
    carriedIn: (n: number) =>
      `Trong đó có ${count(n)} phiếu của những ngày ngay trước kỳ, vì quá ít để đứng riêng nên tính vào kỳ này.`,
    detailsCover: (covered: number, all: number) =>
      `Phần chi tiết bên dưới mới tính ${count(covered)} trong ${count(all)} phiếu: chỉ những ngày đã xong, và gộp từng nhóm ít nhất 5 phiếu. Số còn lại vào sau, muộn nhất khi kỳ chốt.`,
    pendingWhy:
      'Con số chỉ đổi khi có thêm từng nhóm ít nhất 5 phiếu, để không ai nhìn số mà đoán được câu trả lời của người vừa gửi.',
    received: (n: number) => `Đã nhận ${count(n)} phiếu.`,
    notSipas: 'Đây là ý kiến tại quầy, không phải chỉ số SIPAS; hai cách đo khác nhau.',
  },

  response: {
    perTen: (people: number) =>
      `Cứ 10 người đến thì ${count(people)} người trả lời. Con số này không nói được ý của ${count(10 - people)} người còn lại.`,
    perHundred: (people: number) =>
      `Cứ 100 người đến thì ${count(people)} người trả lời. Con số này không nói được ý của ${count(100 - people)} người còn lại.`,
    underOne:
      'Trong 100 người đến chưa có một người trả lời. Con số này không nói được ý của những người còn lại.',
    nearlyAll: 'Gần như mọi người đến đều trả lời.',
    tooMany: 'Số phiếu nhiều hơn số lượt giao dịch đã nhập. Xin kiểm tra lại số lượt giao dịch.',
  },

  factors: {
    heading: 'Từng nhóm tiêu chí, từ yếu nhất',
    note: 'Mức hài lòng theo nhóm tiêu chí SIPAS: tỷ lệ câu trả lời “Hài lòng” và “Rất hài lòng”, lấy trung bình các câu có đủ phiếu.',
    column: 'Nhóm tiêu chí',
    share: 'Mức hài lòng',
    answers: 'Số câu trả lời',
    mean: (percent: string) => `Trung bình các nhóm: ${percent}.`,
    noMean: 'Chưa đủ nhóm có dữ liệu để tính trung bình.',
    leftOut: (items: string) => `Chưa đủ phiếu nên không tính: ${items}.`,
    names: {
      access: 'Tiếp cận dịch vụ',
      procedure: 'Thủ tục hành chính',
      official: 'Công chức',
      result: 'Kết quả giải quyết',
      feedback: 'Tiếp nhận, xử lý góp ý',
    } as Record<string, string>,
  },

  levels: {
    '1': 'Rất không hài lòng',
    '2': 'Không hài lòng',
    '3': 'Bình thường',
    '4': 'Hài lòng',
    '5': 'Rất hài lòng',
    na: 'Không có ý kiến',
    skipped: 'Bỏ qua',
  },
  questions: {
    heading: 'Từng câu hỏi',
    note: 'Bên trái vạch giữa là không hài lòng, bên phải là hài lòng; phần bình thường nằm hai bên vạch.',
    column: 'Câu hỏi',
    answered: 'Trả lời',
    answers: (n: number) => `${count(n)} người trả lời`,
    overall: 'Nhìn chung',
    chart: 'Biểu đồ năm mức hài lòng của từng câu hỏi',
    table: 'Xem bằng bảng số',
    tableName: 'Bảng số từng câu hỏi',
    line: (satisfied: number, neutral: number, dissatisfied: number) =>
      `${count(satisfied)} hài lòng, ${count(neutral)} bình thường, ${count(dissatisfied)} không hài lòng`,
    none: 'Chưa có câu trả lời nào để hiện.',
  },

  trend: {
    heading: (weeks: number) => (weeks === 0 ? 'Các tuần gần đây' : `${count(weeks)} tuần gần đây`),
    title: 'Biểu đồ mức hài lòng từng tuần',
    description: (shown: number, weeks: number) =>
      `${count(shown)} trong ${count(weeks)} tuần có đủ phiếu để hiện. Các con số nằm trong bảng ngay dưới biểu đồ.`,
    note: 'Chấm là kết quả của tuần, vạch đứng và dải mờ là khoảng có thể có, chấm rỗng là tuần chưa chốt. Tuần chưa đủ phiếu không có chấm.',
    axis: 'Trục đứng không bắt đầu từ 0%.',
    target: (percent: string) => `mục tiêu ${percent}`,
    table: 'Xem bằng bảng số',
    tableName: 'Bảng số từng tuần',
    week: 'Tuần',
    ballots: 'Số phiếu',
    share: 'Hài lòng',
    interval: 'Có thể từ – đến',
    provisional: 'tạm tính',
    none: 'Chưa có tuần nào đủ phiếu để vẽ biểu đồ.',
  },

  counters: {
    heading: 'Từng quầy',
    column: 'Quầy',
    ballots: 'Số phiếu',
    satisfied: 'Hài lòng',
    note: (minimum: number) =>
      `Quầy có dưới ${count(minimum)} phiếu chỉ hiện số người, không hiện phần trăm: ít phiếu thì con số chưa nói được gì. Các quầy không xếp hạng.`,
    of: (numerator: number, denominator: number) => `${count(numerator)} trong ${count(denominator)} người`,
    none: 'Chưa có quầy nào đủ 5 phiếu để hiện.',
  },

  channels: {
    heading: 'Người dân trả lời qua đâu',
    column: 'Cách gửi phiếu',
    names: {
      poster: 'Tờ dán mã ở quầy',
      link: 'Đường dẫn gửi cho hồ sơ qua mạng',
      slip: 'Mã riêng dùng một lần',
      tablet: 'Máy tính bảng tại xã',
      paper: 'Phiếu giấy',
      assisted: 'Có người giúp nhập',
    } as Record<string, string>,
  },

  setAside: {
    heading: 'Phiếu để riêng',
    note: 'Phiếu để riêng: không tính vào con số chính, không xóa. Để riêng không có nghĩa là người gửi làm sai.',
    column: 'Vì sao',
    total: (n: number) => `${count(n)} phiếu để riêng.`,
    none: 'Không có phiếu nào để riêng.',
    withThem: (percent: string) => `Nếu tính cả các phiếu để riêng: ${percent} hài lòng.`,
    reasons: {
      'repeat-device': 'Cùng một máy gửi quá nhiều phiếu trong ngày',
      'too-fast': 'Gửi nhanh hơn thời gian để đọc các câu đã chọn',
      burst: 'Quá nhiều phiếu trong ít phút so với sức phục vụ của quầy',
      'tablet-closed': 'Gửi từ máy tính bảng ngoài giờ làm việc',
      'same-run': 'Nhiều phiếu giống hệt nhau liền nhau từ một mạng',
      'foreign-form': 'Không gửi từ trang khảo sát này',
    } as Record<string, string>,
    otherReason: (id: string) => `Lý do khác (${id})`,
  },

  ballotsColumn: 'Số phiếu',

  leader: {
    title: 'Lãnh đạo',
    heading: 'Mức độ hài lòng',
    explain: 'Hiểu con số này',
    lastWeek: 'Tuần vừa xong',
    fourWeeks: 'Bốn tuần gần đây',
    recent: 'Gần đây',
  },

  week: {
    title: 'Kết quả tuần',
    previous: 'Tuần trước',
    next: 'Tuần sau',
    move: 'Chuyển tuần',
    counter: 'Quầy',
    chooseCounter: 'Chọn quầy',
    allCounters: 'Tất cả các quầy',
    change: 'So với tuần trước',
    up: (points: string) => `Tăng rõ: ${points} điểm so với tuần trước.`,
    down: (points: string) => `Giảm rõ: ${points} điểm so với tuần trước.`,
    unclear: 'Chưa thấy khác biệt rõ so với tuần trước.',
    noBefore: 'Tuần trước chưa có đủ phiếu để so sánh.',
    changedQuestions: 'Chỗ có khác biệt rõ:',
    changedUp: (name: string, points: string) => `${name}: tăng ${points} điểm`,
    changedDown: (name: string, points: string) => `${name}: giảm ${points} điểm`,
    chips: 'Điều người dân nói chưa tốt',
    chipColumn: 'Điều chưa tốt',
    chipsNone: 'Chưa có điều nào được từ 5 phiếu trở lên chọn.',
    since: 'Những ngày sau tuần này',
    sinceText: (received: number, span: string) => `Đã nhận ${count(received)} phiếu (${span}).`,
    sinceNone: (span: string) => `Chưa nhận phiếu nào (${span}).`,
    sinceWhy: 'Kết quả của những ngày này hiện ra khi tuần kết thúc.',
    emptyHeading: 'Tuần này không có phiếu nào',
    emptyText: 'Hãy xem tờ dán mã còn ở quầy không, mã còn quét được không.',
    emptyLink: 'Xem và in lại tờ dán',
  },

  results: {
    title: 'Kết quả công khai',
    heading: 'Người dân đánh giá xã thế nào',
    receivedTotal: (n: number) => `Đến lúc này đã nhận ${count(n)} phiếu.`,
    receivedNone: 'Đến lúc này chưa nhận phiếu nào.',
    json: 'Các con số này ở dạng JSON, cho máy đọc',
    privacy: 'Chúng tôi giữ kín thông tin của Ông/Bà thế nào',
    front: 'Trang đầu',
    contact: 'Hỏi về khảo sát này, xin gọi:',
    countersAtClosing: 'Từng quầy được nêu khi kỳ đã chốt.',
    weekIsWhole:
      'Theo từng tuần, trang này chỉ nêu con số chung của đơn vị. Từng câu hỏi, từng quầy có ở quý báo cáo và năm báo cáo.',
    rules: 'Chúng tôi đếm như thế nào',
    ruleCount: {
      heading: 'Con số chính',
      text: 'Lấy số người chọn “Hài lòng” hoặc “Rất hài lòng” ở câu “Nhìn chung, Ông/Bà hài lòng ở mức nào về lần này?”, chia cho số người đã trả lời câu đó. Người chọn “Bình thường” không tính là hài lòng và cũng không phải là chê.',
    },
    ruleChoice: {
      heading: 'Không chọn sẵn, không ép',
      text: 'Trên phiếu không có mức nào được chọn sẵn. Chỉ câu đầu là cần trả lời; câu bỏ qua thì tính là bỏ qua, không tính là hài lòng. Không ai được yêu cầu Ông/Bà chọn mức nào.',
    },
    ruleKept: {
      heading: 'Không xóa phiếu nào',
      text: 'Phiếu đã nhận thì không ai sửa hay xóa được.',
    },
    ruleFive: {
      heading: 'Vì sao có số không hiện',
      text: 'Nhóm có dưới 5 phiếu không hiện số nào. Con số chỉ đổi khi có thêm từng nhóm ít nhất 5 phiếu. Nhờ vậy không ai, kể cả cán bộ ở quầy, biết được một người đã chọn mức nào.',
    },
    ruleMinimum: {
      heading: 'Bao nhiêu phiếu thì đủ',
      text: (minimum: number) =>
        `Có dưới ${count(minimum)} phiếu thì chỉ nói số người, không tính phần trăm, không nói đạt hay chưa.`,
    },
    ruleInterval: {
      heading: 'Con số có thể từ … đến …',
      text: 'Ít người trả lời thì con số dễ lệch do may rủi. Khoảng “có thể từ … đến …” cho biết mức lệch đó (khoảng Wilson 95%). Khoảng này không nói được ý của những người không trả lời.',
    },
    rulePeriods: {
      heading: 'Các kỳ và ngày chốt',
      text: 'Tuần tính từ thứ Hai đến Chủ nhật. Kỳ báo cáo tính từ ngày 15 tháng trước đến ngày 14 tháng này. Kỳ chốt khi hết 5 ngày kể từ sau ngày cuối kỳ; trước đó số là tạm tính, sau đó số giữ nguyên.',
    },
    ruleTargets: {
      heading: 'Mục tiêu',
      entry: (percent: string, since: string) => `${percent}, áp dụng từ ${since}`,
      none: 'Chưa đặt mục tiêu.',
    },
    ruleSipas: {
      heading: 'Không phải chỉ số SIPAS',
      text: 'Đây là ý kiến tại quầy. Chỉ số SIPAS do Bộ Nội vụ đo bằng cách hỏi một mẫu hộ gia đình mỗi năm. Hai cách đo khác nhau, không so sánh trực tiếp được.',
    },
    ruleVersion: {
      heading: 'Công thức và mẫu phiếu',
      rule: (id: string) => `Công thức: ${id}.`,
      survey: (id: string, version: number) => `Mẫu phiếu ${id}, bản ${count(version)}`,
      fingerprint: 'Dấu SHA-256:',
    },
  },

  posters: {
    title: 'Tờ dán mã',
    intro: 'Mỗi quầy có một mã riêng. In tờ dán, để ở quầy nơi người dân dễ thấy.',
    printHint:
      'Để in: bấm Ctrl + P (máy Mac: ⌘ + P), chọn khổ giấy đúng như dưới đây, tỷ lệ 100%. Mỗi tờ dán ra đúng một trang.',
    printing: (size: string, pages: number) => `Khi in: ${count(pages)} trang khổ ${size}.`,
    printingNone: 'Chưa có tờ dán nào để in.',
    zalo: 'Nếu đang mở trang này trong Zalo, xin mở bằng Chrome hoặc Safari rồi mới in và tải tệp.',
    trial:
      'Địa chỉ chính thức chưa được đặt, nên mỗi tờ dán mang chữ BẢN THỬ. Đừng dán các tờ này cho người dân dùng.',
    phoneMissing:
      'Chưa có số điện thoại của xã, nên tờ dán không có chỗ cho người dân báo khi thấy mã giả. Người quản trị ghi số điện thoại ở trang Quản trị, mục Đơn vị.',
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
  },

  poster: {
    heading: 'Ông/Bà thấy xã phục vụ thế nào?',
    qr: (name: string) => `Mã QR để mở phiếu của ${name}`,
    steps: 'Mở Zalo hoặc máy ảnh, quét mã, chọn mức hài lòng, bấm Gửi. Chưa đến 1 phút.',
    free: 'Miễn phí · Không cần đăng nhập · Không hỏi tên, số điện thoại, CCCD',
    type: 'Không quét được? Gõ địa chỉ:',
    check: 'Sau khi quét, trên màn hình phải hiện đúng tên quầy này và địa chỉ bắt đầu bằng',
    ifNot: 'Nếu khác: xin đừng trả lời.',
    ifNotCall: (phone: string) => `Nếu khác: xin đừng trả lời, báo cho xã theo số ${phone}.`,
    nobody: 'Không ai được yêu cầu Ông/Bà chọn mức nào.',
    trial: 'BẢN THỬ',
    trialNote: 'BẢN THỬ – chưa dùng cho người dân',
  },
};

/** The keys that every language has. */
export type StaffMessages = typeof staffVi;
