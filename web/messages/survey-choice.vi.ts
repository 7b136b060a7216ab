export const surveyChoiceVi = {
  title: 'Mẫu phiếu',
  intro: 'Chọn mẫu phiếu cho từng quầy, dùng từ một ngày trở đi.',
  public: 'Mỗi lần đổi mẫu phiếu đều được công bố trên trang Kết quả. Phiếu đã gửi vẫn giữ mẫu cũ.',

  currentHeading: 'Mẫu phiếu đang dùng',
  noCounter: 'Chưa có quầy nào.',
  nothing: 'không có: quầy không nhận phiếu',
  closed: (counter: string) => `${counter} (đang đóng)`,
  columns: { counter: 'Quầy', survey: 'Mẫu phiếu', since: 'Từ ngày', withdraw: 'Rút lại' },
  plannedHeading: 'Sắp đổi',
  plannedNone: 'Chưa có thay đổi nào sắp áp dụng.',
  allCounters: 'tất cả các quầy',
  withdrawButton: 'Rút lại…',

  changeHeading: 'Đổi mẫu phiếu',
  survey: 'Mẫu phiếu',
  surveyChoice: '– chọn mẫu phiếu –',
  surveyHint: 'Chỉ những mẫu đã công bố mới dùng được.',
  counter: 'Ở quầy',
  everyCounter: 'Tất cả các quầy',
  since: 'Dùng từ ngày',
  sinceHint: (example: string) =>
    `Hôm nay hoặc sau hôm nay. Chọn trong lịch, hoặc gõ theo thứ tự mà ô hiện ra. Ví dụ: ngày ${example}.`,
  changeButton: 'Đổi mẫu phiếu…',

  listHeading: 'Các mẫu phiếu có trên máy chủ',
  listColumns: { survey: 'Mẫu phiếu', questions: 'Số câu', state: 'Tình trạng', preview: 'Xem thử' },
  published: 'đã công bố',
  draft: 'bản nháp',
  preview: 'Xem thử',
  withQuestions: (name: string, questions: number) => `${name} (${questions} câu)`,
  name: (title: string, id: string, version: number) => `“${title}” – ${id}, phiên bản ${version}`,

  checkHeading: 'Kiểm tra một tệp phiếu',
  checkNote:
    'Chọn một tệp JSON hoặc dán nội dung tệp để biết có chỗ nào sai và xem trước người dân sẽ thấy gì. Không có gì được lưu lại.',
  publishNote:
    'Để dùng một mẫu mới: chép tệp vào thư mục surveys của máy chủ, khởi động lại, rồi công bố bằng lệnh sau. Tệp đã công bố thì không sửa nữa; muốn đổi, làm phiên bản mới.',
  file: 'Tệp phiếu',
  fileHint: 'Tệp JSON, mã UTF-8, không quá 250 kB.',
  text: 'Hoặc dán nội dung',
  textHint: 'Khi đã chọn tệp thì ô này được bỏ qua.',
  textMissing: 'Vui lòng chọn một tệp hoặc dán nội dung tệp.',
  checkButton: 'Kiểm tra',
  checkEnglish: 'Kiểm tra, xem bản tiếng Anh',

  faults: {
    'survey-missing': () => 'Vui lòng chọn một mẫu phiếu đã công bố.',
    'survey-same': () => 'Mẫu phiếu này đang được dùng hoặc đã được đặt ở đó rồi.',
    'counter-missing': () => 'Vui lòng chọn một quầy, hoặc tất cả các quầy.',
    'day-missing': () => 'Vui lòng điền ngày bắt đầu dùng.',
    'day-malformed': () => 'Ngày này không có trong lịch. Vui lòng viết ngày, tháng, năm, ví dụ 05/02/2024.',
    'day-past': () => 'Ngày bắt đầu không được trước hôm nay. Vui lòng chọn hôm nay hoặc một ngày sau.',
    'day-far': () => 'Ngày này xa quá hai năm. Vui lòng xem lại năm.',
    'day-taken': ({ counter }) =>
      `Hôm nay quầy ${counter} đã được đặt một mẫu phiếu. Vui lòng chọn từ ngày mai.`,
    'planned-later': ({ counter, day }) =>
      `Quầy ${counter} đã có thay đổi dự kiến từ ${day}. Vui lòng chọn ngày sau ngày đó, hoặc rút lại lần đổi đó trước.`,
    'in-force': () => 'Mẫu phiếu này đã được dùng nên không rút lại được. Có thể đổi sang mẫu khác.',
    'not-last': () => 'Còn một lần đổi khác dự kiến sau ngày này. Vui lòng rút lại lần đổi đó trước.',
    'nothing-before': () => 'Có quầy chưa có mẫu phiếu nào trước ngày này nên không rút lại được.',
  } as Record<string, (params: Readonly<Record<string, string | number>>) => string>,

  confirm: {
    changeAll: (since: string, survey: string) => `Từ ${since} tất cả các quầy dùng mẫu phiếu ${survey}.`,
    changeSome: (since: string, survey: string) => `Từ ${since} dùng mẫu phiếu ${survey} ở:`,
    openForms: 'Phiếu đang mở theo mẫu cũ vẫn gửi được.',
    withdrawAll: (since: string, survey: string) =>
      `Rút lại mẫu phiếu ${survey} dự kiến dùng từ ${since} ở tất cả các quầy. Mẫu đang dùng được giữ nguyên.`,
    withdrawSome: (since: string, survey: string) =>
      `Rút lại mẫu phiếu ${survey} dự kiến dùng từ ${since}. Mẫu đang dùng được giữ nguyên ở:`,
  },

  previewPage: {
    note: 'Bản xem thử: trang này không gửi phiếu đi đâu.',
    sound: 'Tệp không có lỗi. Dưới đây là những gì người dân sẽ thấy.',
    draft: 'Mẫu này là bản nháp, chưa công bố nên chưa dùng được.',
    back: 'Về trang Mẫu phiếu',
    counter: 'Tên quầy',
  },
};
