import { formatDay } from '../formatting/dates.ts';
import type { FaultSentences } from '../formatting/faults.ts';
import type { NumberStem } from '../formatting/number-lines.ts';

interface PageWords {
  readonly title: string;
  readonly intro: string;
  readonly notes: readonly string[];
  readonly back?: { readonly href: string; readonly text: string };
}

interface NumberWords {
  /** Kinds of the setting's log entries and public events are `STEM-changed` and `STEM-withdrawn`. */
  readonly stem: NumberStem;
  readonly heading: string;
  readonly note: string;
  readonly none: string;
  readonly changeHeading: string;
  readonly value: string;
  readonly valueHint: string;
  readonly valueForm: string;
  readonly button: string;
}

export const settingsVi = {
  saved: 'Đã lưu.',
  history: 'Các lần đặt',
  columns: { since: 'Từ ngày', value: 'Giá trị', state: 'Tình trạng', withdraw: 'Rút lại' },
  states: { past: 'đã hết áp dụng', 'in-force': 'đang áp dụng', planned: 'sẽ áp dụng' },
  withdrawButton: 'Rút lại…',
  since: 'Áp dụng từ ngày',
  sinceHint: (example: string) =>
    `Hôm nay hoặc sau hôm nay. Chọn trong lịch, hoặc gõ theo thứ tự mà ô hiện ra. Ví dụ: ngày ${example}.`,

  pages: {
    '/lanh-dao/viec-da-sua': {
      title: 'Việc đã sửa theo góp ý',
      intro:
        'Người dân đọc ở trang cảm ơn và trang Kết quả: đơn vị đã làm gì sau góp ý. Ghi mỗi quý một lần, sau khi quý kết thúc.',
      notes: [],
      back: { href: '/lanh-dao', text: 'Lãnh đạo' },
    },
    '/quan-tri/muc-tieu': {
      title: 'Mục tiêu và số phiếu tối thiểu',
      intro: 'Đặt mục tiêu và số phiếu tối thiểu, áp dụng từ một ngày trở đi.',
      notes: [
        'Mỗi kỳ được xét theo giá trị áp dụng vào ngày cuối của kỳ. Kỳ đã chốt không bao giờ thay đổi.',
        'Mỗi thay đổi đều được công bố trên trang Kết quả, có ghi ngày quyết định.',
      ],
    },
    '/quan-tri/sipas': {
      title: 'Chỉ số hài lòng nơi khác công bố',
      intro:
        'Trang Lãnh đạo nêu các tỷ lệ này bên cạnh kết quả của đơn vị, kèm cách đo của mỗi nơi. Kết quả khảo sát không tính từ các tỷ lệ này.',
      notes: [],
    },
    '/quan-tri/luu-giu': {
      title: 'Lưu giữ góp ý',
      intro: 'Góp ý của người dân được giữ bao lâu trước khi bị xóa.',
      notes: [
        'Mỗi đêm, góp ý quá thời hạn bị xóa hẳn, dù đã đọc hay chưa.',
        'Thời hạn tính từ tuần gửi góp ý. Thay đổi có hiệu lực từ ngày hôm sau.',
        'Bản sao lưu hằng ngày có thể còn góp ý đã xóa thêm khoảng 14 ngày; bản chép riêng thì còn đến khi người giữ tự xóa.',
        'Phiếu, số đếm, báo cáo đã chốt và nhật ký không bị xóa.',
      ],
    },
  } satisfies Readonly<Record<string, PageWords>>,

  numbers: {
    target_percent: {
      stem: 'target',
      heading: 'Mục tiêu',
      note: 'Là tỷ lệ phiếu hài lòng mà kế hoạch của đơn vị đề ra.',
      none: 'Chưa đặt mục tiêu nào: không đánh giá đạt hay chưa đạt.',
      changeHeading: 'Đổi mục tiêu',
      value: 'Mục tiêu mới (%)',
      valueHint: 'Từ 0 đến 100, nhiều nhất hai chữ số sau dấu phẩy. Ví dụ: 92,5.',
      valueForm: 'Mục tiêu cần là một số từ 0 đến 100, nhiều nhất hai chữ số sau dấu phẩy. Ví dụ: 92,5.',
      button: 'Đổi mục tiêu…',
    },
    minimum_n: {
      stem: 'minimum',
      heading: 'Số phiếu tối thiểu',
      note: 'Kỳ có ít phiếu hơn số này thì chỉ hiện số phiếu, không đánh giá đạt hay chưa đạt.',
      none: 'Chưa đặt: dùng mức mặc định là 30 phiếu.',
      changeHeading: 'Đổi số phiếu tối thiểu',
      value: 'Số phiếu tối thiểu mới',
      valueHint: 'Số nguyên từ 5 đến 10.000. Nên từ 30 trở lên.',
      valueForm: 'Số phiếu tối thiểu cần là số nguyên từ 5 đến 10.000.',
      button: 'Đổi số phiếu tối thiểu…',
    },
  } satisfies Readonly<Record<string, NumberWords>>,
  numberEffect: 'Kỳ nào kết thúc từ ngày đó trở đi sẽ được xét theo giá trị mới, kể cả kỳ đang chạy.',

  document: {
    heading: 'Văn bản đặt mục tiêu',
    note: 'Mục tiêu được xác nhận khi có tên văn bản; bắt đầu chính thức cần có văn bản này.',
    none: 'Chưa có văn bản: mục tiêu đang áp dụng mới là đề xuất.',
    label: 'Tên, số và ngày của văn bản',
    hint: 'Ví dụ: Kế hoạch số 12/KH-UBND ngày 15/01/2026.',
    button: 'Xác nhận mục tiêu theo văn bản',
    faults: {
      'document-missing': 'Vui lòng điền tên, số và ngày của văn bản.',
      'document-long': 'Tên văn bản dài quá 200 ký tự.',
    },
  },

  improvements: {
    none: 'Chưa ghi: người dân không thấy mục này.',
    nothing: 'không hiện',
    label: 'Việc đã sửa',
    hint: 'Mỗi việc một dòng, tất cả dài nhất 500 ký tự. Không ghi tên người gửi góp ý. Ví dụ: Thêm 12 ghế ở chỗ chờ. Để trống rồi bấm Lưu thì mục này không hiện nữa.',
    button: 'Lưu và công bố',
    faults: { 'text-long': 'Nội dung dài quá 500 ký tự.' },
  },

  external: {
    sipas: {
      heading: 'Chỉ số SIPAS của tỉnh',
      changeHeading: 'Ghi chỉ số SIPAS',
      note: 'Bộ Nội vụ công bố mỗi năm, từ điều tra một mẫu hộ gia đình.',
    },
    'dvcqg-766': {
      heading: 'Mức độ hài lòng theo Bộ chỉ số 766',
      changeHeading: 'Ghi tỷ lệ theo Bộ chỉ số 766',
      note: 'Xem trên Cổng Dịch vụ công quốc gia, phần tỷ lệ hài lòng trong tiếp nhận, giải quyết thủ tục hành chính của đơn vị.',
    },
  },
  externalForm: {
    none: 'Chưa ghi.',
    period: 'Kỳ của số liệu',
    periodHint: 'Năm, quý hoặc tháng. Ví dụ: 2025, quý III/2026, tháng 11/2026.',
    percent: 'Tỷ lệ (%)',
    percentHint: 'Từ 0 đến 100, nhiều nhất hai chữ số sau dấu phẩy. Ví dụ: 83,94.',
    source: 'Nguồn',
    sourceHint: 'Văn bản hoặc trang công bố, có ngày; dài nhất 200 ký tự.',
    clear: 'Muốn bỏ dòng này thì để trống cả ba ô rồi bấm Lưu.',
    button: 'Lưu',
    faults: {
      'period-missing': 'Vui lòng điền kỳ của số liệu.',
      'period-form': 'Kỳ cần là một năm từ 2012 đến năm nay, hoặc một quý, một tháng, ví dụ quý III/2026.',
      'percent-missing': 'Vui lòng điền tỷ lệ.',
      'percent-form': 'Tỷ lệ cần là một số từ 0 đến 100, nhiều nhất hai chữ số sau dấu phẩy.',
      'source-missing': 'Vui lòng điền nguồn công bố.',
      'source-form': 'Nguồn dài quá 200 ký tự.',
    },
  },

  retention: {
    now: (months: number) =>
      `Hiện nay góp ý được giữ ${months} tháng. Trang Bảo vệ thông tin cá nhân cũng ghi như vậy.`,
    legend: 'Giữ góp ý trong',
    months: (months: number) => `${months} tháng`,
    choices: [6, 12, 24, 36, 60],
    button: 'Lưu thời hạn',
    missing: 'Vui lòng chọn một thời hạn.',
    shorten: (months: number, since: string, keptFrom: string) =>
      `Rút ngắn thời hạn giữ góp ý còn ${months} tháng. Từ ngày ${since}, mọi góp ý của các tuần trước ngày ${keptFrom} bị xóa và không lấy lại được.`,
    shortenButton: 'Rút ngắn thời hạn',
    withdraw: (months: string, since: string, stays: string) =>
      `Rút lại thời hạn ${months} dự kiến áp dụng từ ${since}. Thời hạn vẫn là ${stays}.`,
  },

  hours: {
    withdraw: (since: string) =>
      `Rút lại giờ mở cửa dự kiến áp dụng từ ${since}. Giờ áp dụng trước ngày đó được giữ nguyên.`,
  },

  faults: {
    'value-missing': 'Vui lòng điền giá trị mới.',
    'value-same': 'Giá trị này không khác giá trị đã đặt. Vui lòng điền giá trị khác.',
    'day-missing': 'Vui lòng điền ngày bắt đầu áp dụng.',
    'day-malformed': 'Ngày này không có trong lịch. Vui lòng viết ngày, tháng, năm, ví dụ 05/02/2024.',
    'day-past':
      'Ngày bắt đầu không được trước hôm nay, vì như vậy sẽ đổi cách xét số liệu đã có. Vui lòng chọn hôm nay hoặc một ngày sau.',
    'day-far': 'Ngày này xa quá hai năm. Vui lòng xem lại năm.',
    'day-taken': 'Hôm nay đã có một thay đổi được áp dụng. Vui lòng chọn từ ngày mai.',
    'planned-later': ({ day }) =>
      `Đã có một thay đổi dự kiến từ ${formatDay(String(day), 'vi')}. Vui lòng chọn ngày sau ngày đó, hoặc rút lại thay đổi đó trước.`,
    'in-force': 'Thay đổi này đã được áp dụng nên không rút lại được. Có thể đặt một giá trị khác.',
    'not-last': 'Còn một thay đổi khác dự kiến sau ngày này. Vui lòng rút lại thay đổi đó trước.',
    'nothing-before': 'Đây là giá trị đầu tiên, không rút lại được. Có thể đặt một giá trị khác.',
  } as FaultSentences,

  confirm: {
    title: 'Xác nhận',
    today: 'Thay đổi áp dụng ngay hôm nay và không rút lại được.',
    later: 'Trước ngày đó còn rút lại được.',
    public: 'Thay đổi này được công bố trên trang Kết quả, không xóa được.',
    changeButton: 'Đổi và công khai',
    withdrawButton: 'Rút lại và công khai',
    quietWithdrawButton: 'Rút lại',
  },
};
