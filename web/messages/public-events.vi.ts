import { formatCount } from '../formatting/numbers.ts';

interface NumberLines {
  readonly unit: 'percent' | 'count';
  set(since: string, to: string): string;
  changed(since: string, from: string, to: string): string;
  withdrawn(since: string, withdrawn: string, stays: string): string;
}

/** Parameters that are days are formatted already. */
export const publicEventsVi = {
  heading: 'Những việc đã ảnh hưởng đến số liệu',
  none: 'Chưa có việc nào.',
  restored: (day: string, copiedOn: string) =>
    `Ngày ${day}: dữ liệu được khôi phục từ bản sao lưu ngày ${copiedOn}. Phiếu gửi sau lúc sao lưu có thể không còn.`,
  restoredUnknown: (day: string) =>
    `Ngày ${day}: dữ liệu được khôi phục từ một bản chép không ghi ngày. Phiếu gửi sau lúc chép có thể không còn.`,
  unitRenamed: (day: string, from: string, to: string) =>
    `Ngày ${day}: đơn vị đổi tên từ “${from}” thành “${to}”.`,
  counterOpened: (day: string, counter: string) => `Ngày ${day}: mở thêm quầy “${counter}”.`,
  counterRenamed: (day: string, from: string, to: string) =>
    `Ngày ${day}: quầy “${from}” đổi tên thành “${to}”.`,
  counterClosed: (day: string, counter: string) => `Ngày ${day}: quầy “${counter}” đóng, ngừng nhận phiếu.`,
  counterReopened: (day: string, counter: string) => `Ngày ${day}: quầy “${counter}” mở lại.`,
  counterMerged: (day: string, counter: string, into: string) =>
    `Ngày ${day}: quầy “${counter}” gộp vào quầy “${into}”. Phiếu đã gửi trước đó vẫn tính cho quầy cũ.`,
  line: (day: string, text: string) => `Ngày ${day}: ${text}.`,
  closedStay: 'Kỳ đã chốt không thay đổi.',
  /** Numeric settings. Each text continues a sentence that begins with the day. */
  numbers: {
    target: {
      unit: 'percent',
      set: (since: string, to: string) => `từ ${since} mục tiêu là ${to}`,
      changed: (since: string, from: string, to: string) => `từ ${since} mục tiêu đổi từ ${from} thành ${to}`,
      withdrawn: (since: string, withdrawn: string, stays: string) =>
        `rút lại mục tiêu ${withdrawn} dự kiến áp dụng từ ${since}; mục tiêu vẫn là ${stays}`,
    },
    minimum: {
      unit: 'count',
      set: (since: string, to: string) => `từ ${since} cần ít nhất ${to} phiếu mới đánh giá đạt hay chưa đạt`,
      changed: (since: string, from: string, to: string) =>
        `từ ${since} số phiếu tối thiểu để đánh giá đạt hay chưa đạt đổi từ ${from} thành ${to}`,
      withdrawn: (since: string, withdrawn: string, stays: string) =>
        `rút lại số phiếu tối thiểu ${withdrawn} dự kiến áp dụng từ ${since}; số phiếu tối thiểu vẫn là ${stays}`,
    },
  } satisfies Readonly<Record<string, NumberLines>>,
  headlines: { all: 'mọi phiếu', 'single-use': 'riêng phiếu phát tay' },
  headlineChanged: (day: string, since: string, from: string, to: string) =>
    `Ngày ${day}: từ ${since} kết quả chính tính trên ${to}, trước đó tính trên ${from}. Kỳ đã chốt không thay đổi.`,
  suggestionTickOn: (day: string, since: string) =>
    `Ngày ${day}: từ ${since} cuối phiếu có thêm ô “Có người gợi ý tôi chọn câu trả lời”.`,
  suggestionTickOff: (day: string, since: string) =>
    `Ngày ${day}: từ ${since} cuối phiếu không còn ô “Có người gợi ý tôi chọn câu trả lời”.`,
  survey: (title: string, id: string, version: number) => `“${title}” (${id}, phiên bản ${version})`,
  surveyChanged: (day: string, since: string, counters: readonly string[] | null, survey: string) =>
    counters === null
      ? `Ngày ${day}: từ ${since} tất cả các quầy dùng mẫu phiếu ${survey}.`
      : `Ngày ${day}: từ ${since} dùng mẫu phiếu ${survey} ở: ${counters.join('; ')}.`,
  surveyWithdrawn: (day: string, since: string, counters: readonly string[] | null, survey: string) =>
    counters === null
      ? `Ngày ${day}: rút lại mẫu phiếu ${survey} dự kiến dùng từ ${since} ở tất cả các quầy.`
      : `Ngày ${day}: rút lại mẫu phiếu ${survey} dự kiến dùng từ ${since} ở: ${counters.join('; ')}.`,
  rulesBegun: (day: string, names: string) =>
    `Ngày ${day}: bắt đầu áp dụng quy tắc không tính phiếu (${names}). Phiếu trước ngày này không bị xét.`,
  ruleOn: (day: string, name: string, since: string, text: string) =>
    `Ngày ${day}: quyết định bật quy tắc “${name}” từ ngày ${since}. ${text}`,
  ruleOff: (day: string, name: string, since: string) =>
    `Ngày ${day}: quyết định tắt quy tắc “${name}” từ ngày ${since}. Phiếu như vậy được tính vào kết quả.`,
  ruleThreshold: (day: string, name: string, since: string, before: string, text: string) =>
    `Ngày ${day}: quyết định đổi ngưỡng của quy tắc “${name}” từ ngày ${since}. Trước: ${before} Sau: ${text}`,
  ruleWithdrawn: (day: string, name: string, since: string, stays: string) =>
    `Ngày ${day}: rút lại thay đổi của quy tắc “${name}” dự kiến áp dụng từ ngày ${since}. Quy tắc vẫn như trước: ${stays}`,
  ruleStaysOff: 'đang tắt.',
  ruleLearned: (day: string, name: string, since: string, days: number, text: string) =>
    `Ngày ${day}: quy tắc “${name}” áp dụng từ ngày ${since} với ngưỡng tính từ ${days} ngày làm việc đã có phiếu. ${text}`,
  transactionsCorrected: (day: string, span: string, entries: number, before: number, after: number) =>
    `Ngày ${day}: đơn vị sửa ${formatCount(entries, 'vi')} chỗ trong số lượt giao dịch ngày ${span}, tổng từ ${formatCount(before, 'vi')} thành ${formatCount(after, 'vi')}. Báo cáo của kỳ đã chốt giữ nguyên.`,
  officialStart: (day: string, span: string, erased: number) =>
    `Ngày ${day}: bắt đầu chính thức. Chạy thử ${span}; đã xóa ${formatCount(erased, 'vi')} phiếu.`,
  trialExtended: (day: string, until: string | null) =>
    until === null
      ? `Ngày ${day}: thời gian chạy thử được gia hạn thêm 30 ngày.`
      : `Ngày ${day}: thời gian chạy thử được gia hạn thêm 30 ngày, đến hết ngày ${until}.`,
  trialRestored: (day: string) =>
    `Ngày ${day}: dữ liệu chạy thử được lấy lại từ bản sao, sau khi đã bắt đầu chính thức.`,
  sealDiffers: (day: string, from: string) =>
    `Ngày ${day}: dữ liệu được khôi phục dù không khớp mã đối chiếu, kể từ ngày ${from}.`,
  sealsVoided: (day: string, span: string, reports: number) =>
    `Ngày ${day}: đồng hồ của máy chủ đã chạy trước, nay được sửa. Mã đối chiếu ${span} không còn giá trị; các ngày đó được khóa lại khi đã qua${reports === 0 ? '' : `, ${formatCount(reports, 'vi')} báo cáo chốt sớm được chốt lại`}.`,
};

export type PublicEventMessages = typeof publicEventsVi;
