import { formatCount } from '../formatting/numbers.ts';

const count = (n: number): string => formatCount(n, 'vi');

export const leaderVi = {
  title: { running: (day: string, left: string) => `Tạm tính đến hết ${day}${left}`, closed: 'Đã chốt' },
  year: {
    heading: (year: string) => `Năm ${year}`,
    note: '% hài lòng, bấm để xem kỳ đó',
    month: (month: string) => `T${month}`,
    marks: { met: 'đạt', unsure: 'sát mục tiêu, chưa chắc', 'not-met': 'chưa đạt' },
    open: 'tạm tính',
    dashed: 'viền đứt: tạm tính',
    whole: 'Cả năm',
    firstHalf: '6 tháng',
    nineMonths: '9 tháng',
    others: 'Kỳ khác',
  },
  where: {
    label: 'Ở đâu',
    below: 'thấp rõ so với mục tiêu',
    counts: (numerator: number, denominator: number) => `${count(numerator)}/${count(denominator)} phiếu`,
    few: (numerator: number, denominator: number) => `${count(numerator)} trong ${count(denominator)} phiếu`,
    up: (points: string) => `tăng ${points} điểm`,
    down: (points: string) => `giảm rõ ${points} điểm`,
    more: (counters: number) => `và ${count(counters)} quầy nữa`,
    unsure: (ballots: number) => `dưới mục tiêu, chưa chắc vì ít phiếu (${count(ballots)})`,
    none: 'Không quầy nào thấp rõ so với mục tiêu',
    noTarget: 'Các quầy không khác nhau rõ',
    tooFew: 'Chưa đủ phiếu để đánh giá từng quầy',
  },
  what: {
    label: 'Cần sửa',
    reason: (reason: string) => ` (hay nêu: ${reason})`,
    why: ' (hay bị chấm mức 1–2 nhất)',
    nobody: 'Không có phiếu nào dưới mức hài lòng',
    unknown: 'Chưa đủ phiếu không hài lòng để xác định việc cần sửa',
  },
  comments: {
    improvements: 'Việc đã sửa theo góp ý',
    label: 'Dân viết',
    unread: (n: number) => `${count(n)} góp ý chưa đọc`,
    read: (n: number) => `Đã đọc hết ${count(n)} góp ý`,
    none: 'Chưa có góp ý',
  },
  alerts: 'Lưu ý',
  empty: { text: 'Chưa có phiếu nào. Đặt bảng mã QR ở quầy để nhận phiếu.', posters: 'In bảng mã QR' },
  folds: {
    counters: 'Từng quầy',
    questions: 'Từng câu hỏi',
    trust: 'Đáng tin đến mức nào',
    files: 'So sánh, tệp, kỳ khác',
    lowCounters: (names: string) => `Thấp rõ: ${names}`,
    fallenCounters: (names: string) => `Giảm rõ: ${names}`,
    fixFirst: (question: string) => `Cần sửa: ${question}`,
    all: 'Mọi phiếu, từ câu thấp nhất',
    notSeparated: 'Chưa tách được theo đối tượng, lĩnh vực',
    answered: (percent: string) => `${percent} số lượt đã trả lời`,
    unknown: 'Chưa rõ bao nhiêu lượt đã trả lời',
    filesSaid: 'Word, Excel, gửi cấp trên, các kỳ khác',
  },
  daysLeft: (days: number) => (days === 1 ? 'hôm nay là ngày cuối' : `còn ${count(days)} ngày kể cả hôm nay`),

  print: 'Để in trang này ra một tờ A4: bấm Ctrl + P (máy Mac: ⌘ + P).',

  warning: {
    heading: (left: string) => `Kỳ sắp hết (${left}) mà còn ít phiếu.`,
    soFar: (ballots: number) => `Mới có ${count(ballots)} phiếu.`,
    text: (minimum: number) =>
      `Cần ít nhất ${count(minimum)} phiếu để đánh giá đạt hay chưa đạt. Vui lòng xem bảng mã QR có còn ở quầy không.`,
  },
  future: {
    heading: 'Kỳ này chưa đến',
    text: (day: string) => `Kỳ bắt đầu ngày ${day}. Đến lúc đó mới có phiếu.`,
  },
  beforeOpening: {
    heading: 'Kỳ này chưa có khảo sát',
    text: (day: string) => `Đơn vị bắt đầu khảo sát từ ngày ${day}.`,
  },

  comparison: {
    heading: 'So với các kỳ trước',
    before: 'Kỳ trước',
    yearBefore: 'Cùng kỳ năm trước',
    noBefore: 'Chưa có kỳ trước để so sánh.',
    noYearBefore: 'Chưa có cùng kỳ năm trước để so sánh.',
    figure: (percent: string, answered: number) => `${percent} trong ${count(answered)} phiếu.`,
    up: (points: string) => `Nay tăng rõ: ${points} điểm.`,
    down: (points: string) => `Nay giảm rõ: ${points} điểm.`,
    unclear: 'Chưa thấy khác biệt rõ.',
    tooFew: 'Chưa đủ phiếu để so sánh.',
    note: 'Chỉ ghi “rõ” khi chênh lệch khó có thể do ngẫu nhiên.',
  },

  counters: {
    heading: 'So với kỳ trước:',
    up: (name: string, points: string) => `${name}: tăng rõ ${points} điểm`,
    down: (name: string, points: string) => `${name}: giảm rõ ${points} điểm`,
    unclear: 'So với kỳ trước, chưa thấy quầy nào khác biệt rõ.',
    tooFew: (minimum: number) =>
      `Chưa có quầy nào đủ ${count(minimum)} phiếu ở cả hai kỳ để so với kỳ trước.`,
  },

  fixFirst: {
    heading: 'Cần sửa: câu bị chấm thấp nhiều nhất',
    intro: (total: number) =>
      `Trong ${count(total)} phiếu chưa hài lòng (kể cả bình thường), số phiếu cho mức 1–2 ở từng câu:`,
    entry: (low: number) => `${count(low)} phiếu`,
    note: 'Đây là những câu có nhiều phiếu mức 1–2 nhất, không phải nguyên nhân đã được xác định.',
  },

  other: {
    heading: 'Cách tính khác',
    intro: 'Các cách tính này cho kết quả khác với kết quả chính; không so sánh lẫn nhau.',
    meanScore: (score: string, percent: string) =>
      `Điểm trung bình của câu chung: ${score} trên 5 (bằng ${percent} của điểm cao nhất).`,
    rules: (ids: string) => `Công thức: ${ids}.`,
  },

  /** Figures of three bodies, each with what it measures. */
  figures: {
    own: (percent: string) => `Kỳ này, theo phiếu của người vừa làm thủ tục: ${percent}.`,
    sipas: (period: string, percent: string, source: string) =>
      `SIPAS ${period} của tỉnh, điều tra hộ gia đình: ${percent} (nguồn: ${source}).`,
    'dvcqg-766': (period: string, percent: string, source: string) =>
      `Bộ chỉ số 766 trên Cổng Dịch vụ công quốc gia, ${period}, hồ sơ đúng hạn và không bị phản ánh: ${percent} (nguồn: ${source}).`,
    differ: 'Mỗi số có cách đo riêng, không so sánh trực tiếp được.',
  },

  calendar: {
    link: 'Xem kỳ khác',
    heading: 'Xem kỳ khác',
    year: (year: string) => `Năm ${year}`,
    reporting: 'Kỳ báo cáo (từ ngày 15 đến ngày 14)',
    calendar: 'Theo tháng, quý, năm dương lịch',
    weeks: 'Từng tuần',
    kinds: {
      'report-month': 'Tháng',
      'report-quarter': 'Quý',
      'report-half': '6 tháng',
      'report-9m': '9 tháng',
      'report-year': 'Cả năm',
      month: 'Tháng',
      quarter: 'Quý',
      half: '6 tháng',
      year: 'Cả năm',
      week: 'Tuần',
    } as Record<string, string>,
    month: (month: string) => `Tháng ${month}`,
    quarter: (quarter: string) => `Quý ${['I', 'II', 'III', 'IV'][Number(quarter) - 1] ?? quarter}`,
    firstHalf: '6 tháng đầu',
    secondHalf: '6 tháng cuối',
    nineMonths: '9 tháng đầu',
    wholeYear: 'Cả năm',
  },
};

export type LeaderMessages = typeof leaderVi;
