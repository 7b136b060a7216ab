/** Words of the page of targets and of the minimum of ballots. Vietnamese is the source. */
export const targetsVi = {
  title: 'Mục tiêu và số phiếu tối thiểu',
  task: 'Đặt mục tiêu và số phiếu tối thiểu, áp dụng từ một ngày trở đi.',
  intro: 'Trang này để đặt mục tiêu và số phiếu tối thiểu, áp dụng từ một ngày trở đi.',
  rule: 'Mỗi kỳ được xét theo giá trị áp dụng vào ngày cuối của kỳ. Kỳ đã chốt không bao giờ thay đổi.',
  public: 'Mỗi thay đổi là một dòng công khai ở trang Kết quả, có ghi ngày quyết định.',
  readOnly: 'Vai trò Giám sát chỉ xem trang này.',
  columns: { since: 'Từ ngày', value: 'Giá trị', state: 'Tình trạng', withdraw: 'Rút lại' },
  states: { past: 'đã hết áp dụng', 'in-force': 'đang áp dụng', planned: 'sẽ áp dụng' } as Record<
    string,
    string
  >,
  withdrawButton: 'Rút lại…',
  since: 'Áp dụng từ ngày',
  sinceHint: (example: string) =>
    `Hôm nay hoặc sau hôm nay, viết theo thứ tự ngày, tháng, năm. Ví dụ: ${example}.`,

  settings: {
    target_percent: {
      heading: 'Mục tiêu',
      note: 'Là tỷ lệ phiếu hài lòng mà kế hoạch của xã đề ra.',
      none: 'Chưa đặt mục tiêu nào: kết quả không nói đạt hay chưa đạt.',
      changeHeading: 'Đổi mục tiêu',
      value: 'Mục tiêu mới (%)',
      valueHint: 'Từ 0 đến 100, nhiều nhất hai chữ số sau dấu phẩy. Ví dụ: 92,5.',
      button: 'Đổi mục tiêu…',
    },
    minimum_n: {
      heading: 'Số phiếu tối thiểu',
      note: 'Kỳ có ít phiếu hơn số này thì chỉ hiện số đếm, không nói đạt hay chưa đạt.',
      none: 'Chưa đặt: dùng mức thường lệ là 30 phiếu.',
      changeHeading: 'Đổi số phiếu tối thiểu',
      value: 'Số phiếu tối thiểu mới',
      valueHint: 'Số nguyên từ 5 đến 10.000. Nên từ 30 trở lên.',
      button: 'Đổi số phiếu tối thiểu…',
    },
  },

  faults: {
    'value-missing': () => 'Xin điền giá trị mới.',
    'value-same': () => 'Giá trị này không khác giá trị đã đặt. Xin điền giá trị khác.',
    'target-percent-form': () =>
      'Mục tiêu cần là một số từ 0 đến 100, nhiều nhất hai chữ số sau dấu phẩy. Ví dụ: 92,5.',
    'minimum-n-form': () => 'Số phiếu tối thiểu cần là số nguyên từ 5 đến 10.000.',
    'day-missing': () => 'Xin điền ngày bắt đầu áp dụng.',
    'day-malformed': () => 'Ngày này không có trong lịch. Xin viết ngày, tháng, năm, ví dụ 05/02/2024.',
    'day-past': () =>
      'Ngày bắt đầu không được ở trước hôm nay, vì như vậy sẽ đổi cách xét số liệu đã có. Xin chọn hôm nay hoặc một ngày sau.',
    'day-far': () => 'Ngày này xa quá hai năm. Xin xem lại năm.',
    'day-taken': () => 'Hôm nay đã có một thay đổi được áp dụng. Xin chọn từ ngày mai.',
    'planned-later': (day: string) =>
      `Đã định một thay đổi từ ${day}. Xin chọn ngày sau ngày ấy, hoặc rút lại thay đổi ấy trước.`,
    'in-force': () => 'Thay đổi này đã được áp dụng nên không rút lại được. Có thể đặt một giá trị khác.',
    'not-last': () => 'Còn một thay đổi khác định sau ngày này. Xin rút lại thay đổi ấy trước.',
    'nothing-before': () => 'Đây là giá trị đầu tiên, không rút lại được. Có thể đặt một giá trị khác.',
  } as Record<string, (day: string) => string>,

  confirm: {
    title: 'Xin xác nhận',
    targetSet: (since: string, to: string) => `Từ ${since} mục tiêu là ${to}.`,
    targetChange: (since: string, from: string, to: string) =>
      `Từ ${since} mục tiêu đổi từ ${from} thành ${to}.`,
    minimumSet: (since: string, to: string) => `Từ ${since} số phiếu tối thiểu là ${to}.`,
    minimumChange: (since: string, from: string, to: string) =>
      `Từ ${since} số phiếu tối thiểu đổi từ ${from} thành ${to}.`,
    effect: 'Kỳ nào kết thúc từ ngày ấy trở đi sẽ được xét theo giá trị mới, kể cả kỳ đang chạy.',
    today: 'Thay đổi áp dụng ngay hôm nay và không rút lại được.',
    later: 'Trước ngày ấy còn rút lại được.',
    public: 'Trang Kết quả sẽ có một dòng công khai về việc này; dòng ấy không xóa được.',
    changeButton: 'Đổi và công khai',
    targetWithdraw: (since: string, withdrawn: string, stays: string) =>
      `Rút lại mục tiêu ${withdrawn} định áp dụng từ ${since}. Mục tiêu vẫn là ${stays}.`,
    minimumWithdraw: (since: string, withdrawn: string, stays: string) =>
      `Rút lại số phiếu tối thiểu ${withdrawn} định áp dụng từ ${since}. Số phiếu tối thiểu vẫn là ${stays}.`,
    withdrawButton: 'Rút lại và công khai',
  },
};
