/** Sentences about the tick that somebody suggested the answers. `suggestion.en` has the same keys. */
export const suggestionVi = {
  /** Beside the figures. */
  share: {
    heading: 'Phiếu có người gợi ý câu trả lời',
    some: (ticked: string, asked: string, percent: string) =>
      `Trong ${asked} phiếu có ô này, ${ticked} phiếu đánh dấu “Có người gợi ý tôi chọn câu trả lời” (${percent}).`,
    none: (asked: string) =>
      `Trong ${asked} phiếu có ô này, không phiếu nào đánh dấu “Có người gợi ý tôi chọn câu trả lời”.`,
    hidden: 'Chưa hiện được: có dưới 5 phiếu, hoặc hiện ra sẽ lộ phiếu của một nhóm dưới 5 người.',
    note: 'Người dân tự đánh dấu, không bắt buộc. Phiếu có đánh dấu vẫn được tính như mọi phiếu.',
  },

  /** `/quan-tri/o-goi-y`. */
  choice: {
    title: 'Ô “Có người gợi ý”',
    task: 'Bật hoặc tắt ô “Có người gợi ý tôi chọn câu trả lời” ở cuối phiếu.',
    intro: 'Trang này để bật hoặc tắt ô “Có người gợi ý tôi chọn câu trả lời” ở cuối phiếu.',
    rule: 'Người dân đánh dấu hay không tùy ý; ô không được đánh dấu sẵn. Phiếu có đánh dấu vẫn được tính; số phiếu đánh dấu hiện bên cạnh kết quả.',
    public: 'Mỗi lần đổi là một dòng công khai trên trang kết quả, kèm ngày quyết định.',
    readOnly: 'Người giám sát chỉ xem trang này.',
    current: 'Đang áp dụng',
    historyHeading: 'Các lần chọn',
    columns: { since: 'Từ ngày', value: 'Ô ở cuối phiếu', state: 'Tình trạng' },
    states: { past: 'đã hết áp dụng', 'in-force': 'đang áp dụng', planned: 'sắp áp dụng' },
    values: { off: 'không có ô này', on: 'có ô này' } as Readonly<Record<string, string>>,
    changeHeading: 'Bật hoặc tắt ô này',
    since: 'Áp dụng từ ngày',
    sinceHint: (example: string) => `Hôm nay hoặc ngày sau; ngày, tháng, năm. Ví dụ: ${example}.`,
    choice: 'Ô ở cuối phiếu',
    button: 'Đổi…',
    confirmTitle: 'Xin xác nhận',
    confirm: (since: string, to: string) => `Từ ${since}, cuối phiếu ${to}.`,
    confirmEffect:
      'Phiếu mở ra từ ngày ấy theo lựa chọn này. Việc đổi hiện công khai ngay và không xóa được.',
    confirmButton: 'Đổi',
    faults: {
      'value-unknown': () => 'Xin chọn có hay không có ô này.',
      'value-same': () => 'Đây là lựa chọn đang có. Xin chọn cách kia.',
      'day-missing': () => 'Xin ghi ngày bắt đầu áp dụng.',
      'day-malformed': () => 'Ngày này không có trong lịch. Xin ghi ngày, tháng, năm, ví dụ 05/02/2024.',
      'day-past': () => 'Ngày phải là hôm nay hoặc sau hôm nay: phiếu đã gửi không được hỏi lại.',
      'day-far': () => 'Ngày này cách hơn hai năm. Xin xem lại năm.',
      'day-taken': () => 'Hôm nay đã có một lần đổi. Xin chọn từ ngày mai.',
      'planned-later': (day: string) => `Đã định một lần đổi từ ${day}. Xin chọn ngày sau ngày ấy.`,
    } as Readonly<Record<string, (day: string) => string>>,
  },
};

/** The shape that every language fills. */
export type SuggestionMessages = typeof suggestionVi;
