import { formatCount } from '../formatting/numbers.ts';
import type { Locale } from '../types/locale.ts';
import { headlineVi } from './headline.vi.ts';
import { publicAlertsVi } from './public-alerts.vi.ts';
import { publicEventsVi } from './public-events.vi.ts';
import { resultsVi } from './public-results.vi.ts';
import { publicRulesVi } from './public-rules.vi.ts';

const count = (n: number): string => formatCount(n, 'vi');
/** Vietnamese offices write quarters in Roman numerals. */
const roman = (quarter: string): string => ['I', 'II', 'III', 'IV'][Number(quarter) - 1] ?? quarter;

/** `figures.en.ts` has the same keys; its type is derived from this object. */
export const figuresVi = {
  locale: 'vi' as Locale,

  skipToContent: 'Tới nội dung chính',

  period: {
    week: (span: string) => `Tuần ${span}`,
    month: (month: string, year: string) => `Tháng ${month}/${year}`,
    quarter: (quarter: string, year: string) => `Quý ${roman(quarter)}/${year}`,
    firstHalf: (year: string) => `6 tháng đầu năm ${year}`,
    secondHalf: (year: string) => `6 tháng cuối năm ${year}`,
    year: (year: string) => `Năm ${year}`,
    reportMonth: (month: string, year: string) => `Kỳ báo cáo tháng ${month}/${year}`,
    reportQuarter: (quarter: string, year: string) => `Kỳ báo cáo quý ${roman(quarter)}/${year}`,
    reportFirstHalf: (year: string) => `Kỳ báo cáo 6 tháng đầu năm ${year}`,
    reportSecondHalf: (year: string) => `Kỳ báo cáo 6 tháng cuối năm ${year}`,
    reportNineMonths: (year: string) => `Kỳ báo cáo 9 tháng năm ${year}`,
    reportYear: (year: string) => `Kỳ báo cáo năm ${year}`,
    days: (span: string) => `Các ngày ${span}`,
    withSpan: (name: string, span: string) => `${name} (${span})`,
    kinds: {
      week: 'Tuần',
      month: 'Tháng',
      quarter: 'Quý',
      half: '6 tháng',
      year: 'Năm',
      'report-month': 'Kỳ báo cáo tháng',
      'report-quarter': 'Kỳ báo cáo quý',
      'report-half': 'Kỳ báo cáo 6 tháng',
      'report-9m': 'Kỳ báo cáo 9 tháng',
      'report-year': 'Kỳ báo cáo năm',
    } as Record<string, string>,
  },

  picker: {
    label: 'Kỳ',
    button: 'Xem',
    empty: 'Chưa có kỳ nào để chọn.',
  },

  headline: headlineVi,

  satisfied: 'hài lòng',
  neutral: 'bình thường',
  dissatisfied: 'không hài lòng',
  noFigures: 'Không có dữ liệu',
  tooFewShown: 'chưa đủ phiếu',
  suppressed: 'dưới 5 phiếu, không hiện',

  status: {
    provisional: (day: string) => `Số tạm tính đến ${day}, kỳ chưa chốt.`,
    closed: (day: string) => `Kỳ đã chốt, số tính đến hết ${day}.`,

    notSipas:
      'Ý kiến tại quầy; không phải chỉ số SIPAS, cũng không phải tỷ lệ hài lòng trên Cổng Dịch vụ công quốc gia (Bộ chỉ số 766).',
  },

  response: {
    count: (n: number) => `Có ${count(n)} lượt giao dịch.`,
    rate: (n: number, percent: string) => `Có ${count(n)} lượt giao dịch; tỷ lệ trả lời ${percent}.`,
    unknown: 'Chưa có số lượt giao dịch của kỳ này, nên chưa biết bao nhiêu lượt đã trả lời.',
    unknownAtClosing: 'Khi chốt kỳ này chưa có số lượt giao dịch, nên báo cáo của kỳ không có tỷ lệ trả lời.',
    perTen: (ballots: number) =>
      `Cứ 10 lượt có ${count(ballots)} phiếu trả lời; ý kiến của ${count(10 - ballots)} lượt còn lại chưa biết.`,
    perHundred: (ballots: number) =>
      `Cứ 100 lượt có ${count(ballots)} phiếu trả lời; ý kiến của ${count(100 - ballots)} lượt còn lại chưa biết.`,
    underOne: 'Cứ 100 lượt chưa có 1 phiếu trả lời; ý kiến của những lượt còn lại chưa biết.',
    nearlyAll: 'Gần như lượt nào cũng có phiếu trả lời.',
    tooMany: 'Số phiếu nhiều hơn số lượt giao dịch đã nhập. Vui lòng kiểm tra lại số lượt giao dịch.',
  },

  factors: {
    heading: 'Từng nhóm tiêu chí, từ thấp nhất',
    note: 'Nhóm tiêu chí như trong phiếu chính thức: tỷ lệ câu trả lời “Hài lòng” và “Rất hài lòng”, lấy trung bình các câu có đủ phiếu.',
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
  notAsked: 'Phiếu không hỏi câu này',
  respondents: {
    heading: 'Ai trả lời, về việc gì',
    columns: { respondents: 'Đối tượng', fields: 'Lĩnh vực' },
    others: { 'not-said': 'Không trả lời câu này', 'not-separated': 'Chưa tách' } as Record<string, string>,
  },
  questions: {
    heading: 'Từng câu hỏi',
    note: 'mỗi câu tính riêng nên khác kết quả chung; từ thấp nhất',
    few: (questions: number, minimum: number) => `${count(questions)} câu dưới ${count(minimum)} phiếu`,
    column: 'Câu hỏi',
    overall: 'Nhìn chung',
    table: 'Xem bằng bảng số',
    tableName: 'Bảng số từng câu hỏi',
    line: (satisfied: number, neutral: number, dissatisfied: number) =>
      `${count(satisfied)} hài lòng, ${count(neutral)} bình thường, ${count(dissatisfied)} không hài lòng`,
    none: 'Chưa có câu trả lời nào để hiện.',
  },

  trend: {
    heading: (weeks: number) => (weeks === 0 ? 'Các tuần' : `${count(weeks)} tuần`),
    unit: '% hài lòng',
    title: 'Biểu đồ mức hài lòng từng tuần',
    description: (shown: number, weeks: number) =>
      `${count(shown)} trong ${count(weeks)} tuần có đủ phiếu để hiện. Số liệu nằm trong bảng ngay dưới biểu đồ.`,
    note: 'Mỗi chấm là một tuần, ghi ngày thứ Hai; chấm rỗng là tuần chưa chốt. Dải mờ là khoảng có thể.',
    axis: (percent: number) => `Trục bắt đầu từ ${count(percent)}%.`,
    own: 'kỳ này',
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
      `Quầy dưới ${count(minimum)} phiếu chỉ ghi số phiếu. Không xếp hạng giữa các quầy.`,
    low: 'thấp rõ',
    of: (numerator: number, denominator: number) => `${count(numerator)} trong ${count(denominator)} phiếu`,
    none: 'Chưa có quầy nào đủ 5 phiếu để hiện.',
  },

  channels: {
    heading: 'Cách người dân gửi phiếu',
    column: 'Cách gửi phiếu',
    names: {
      poster: 'Bảng mã QR tại quầy',
      link: 'Đường dẫn cho hồ sơ nộp trực tuyến',
      slip: 'Phiếu phát tay (mỗi phiếu một mã)',
      tablet: 'Máy tính bảng tại quầy',
      paper: 'Phiếu giấy',
      assisted: 'Có người giúp nhập',
      'not-separated': 'Chưa tách',
    } as Record<string, string>,
  },

  setAside: {
    heading: 'Phiếu không tính',
    note: 'Các phiếu này không tính vào kết quả nhưng vẫn lưu. Không tính không có nghĩa là người gửi làm sai.',
    column: 'Lý do',
    total: (n: number) => `${count(n)} phiếu không tính.`,
    none: 'Mọi phiếu đều được tính.',
    withThem: (percent: string) => `Nếu tính cả các phiếu này: ${percent} hài lòng.`,
    reasons: {
      'repeat-device': 'Cùng một máy gửi quá nhiều phiếu trong ngày',
      'too-fast': 'Gửi nhanh hơn thời gian để đọc các câu đã chọn',
      burst: 'Quá nhiều phiếu trong ít phút so với sức phục vụ của quầy',
      'tablet-closed': 'Gửi từ máy tính bảng ngoài giờ làm việc',
      'same-run': 'Nhiều phiếu giống hệt nhau liền nhau từ một mạng',
      'foreign-form': 'Không gửi từ trang khảo sát này',
      unclassified: 'Chưa phân loại',
    } as Record<string, string>,
    otherReason: (id: string) => `Lý do khác (${id})`,
  },

  ballotsColumn: 'Số phiếu',

  results: resultsVi,

  /** Messages of the polling script, which replaces `{time}` by a time of day. */
  fresh: {
    updated: 'Số liệu vừa được cập nhật lúc {time}.',
    newer: 'Đã có số liệu mới. Tải lại trang để xem.',
    lost: 'Không kết nối được với máy chủ. Số liệu trên trang là của lúc {time}.',
    signedOut: 'Đã hết phiên đăng nhập. Tải lại trang để đăng nhập lại.',
  },

  alerts: publicAlertsVi,

  rules: publicRulesVi,

  /** The share of satisfied among ballots from one-time slips. */
  slips: {
    heading: 'Chỉ tính phiếu phát tay',
    what: 'Mỗi mã chỉ gửi được một phiếu. Kết quả này không chứng minh ai đã trả lời.',
    share: (n: string, satisfied: string, percent: string) =>
      `Trong ${n} phiếu, ${satisfied} phiếu hài lòng (${percent}).`,
    counts: (n: string, satisfied: string) =>
      `Mới có ${n} phiếu; ${satisfied} phiếu hài lòng. Chưa đủ phiếu để tính tỷ lệ.`,
    interval: (low: string, high: string) => `Mức hài lòng thực có thể trong khoảng ${low}–${high}.`,
    hidden: 'Chưa hiện được: có dưới 5 phiếu, hoặc hiện ra sẽ lộ một nhóm dưới 5 phiếu.',
  },

  events: publicEventsVi,
};

export type FigureMessages = typeof figuresVi;
