/** Words of the pages for the unit, its counters and its opening hours. Vietnamese is the source. */
export const unitSettingsVi = {
  saved: 'Đã lưu.',

  tasks: {
    unit: 'Đơn vị',
    unitNote: 'Tên, mã định danh, số điện thoại liên hệ, nơi nhận báo cáo.',
    counters: 'Quầy',
    countersNote: 'Thêm, đổi tên, xếp thứ tự, đóng, mở lại, gộp quầy.',
    hours: 'Giờ mở cửa',
    hoursNote: 'Giờ làm việc từng ngày trong tuần và những ngày nghỉ.',
  },

  faults: {
    'name-missing': 'Xin điền tên đơn vị.',
    'name-long': 'Tên đơn vị dài quá 120 ký tự.',
    'official-code-form':
      'Mã định danh chỉ gồm chữ cái không dấu và chữ số, ngăn bằng dấu chấm hoặc gạch ngang, dài nhất 35 ký tự.',
    'contact-phone-form':
      'Số điện thoại chỉ gồm chữ số, khoảng trắng và các dấu + ( ) . - và cần từ 3 đến 15 chữ số.',
    'receiver-missing': 'Xin điền nơi nhận báo cáo.',
    'receiver-long': 'Nơi nhận báo cáo dài quá 120 ký tự.',

    'counter-name-missing': 'Xin điền tên quầy.',
    'counter-name-long': 'Tên quầy dài quá 120 ký tự.',
    'counter-name-taken': 'Một quầy khác đang mở đã mang tên này. Xin đặt tên khác.',
    'field-unknown': 'Xin chọn lĩnh vực trong danh sách.',
    'channel-missing': 'Xin chọn cách người dân mở phiếu.',
    'counters-full': 'Đã có 50 quầy đang mở. Xin đóng bớt quầy không dùng trước.',
    'last-open': 'Đây là quầy duy nhất đang mở. Xin thêm hoặc mở lại một quầy khác trước.',
    'successor-unknown': 'Quầy được chọn không còn mở. Xin chọn quầy khác.',
    'into-missing': 'Xin chọn một quầy đang mở để gộp vào.',
    'merged-already': 'Quầy này đã gộp vào quầy khác rồi.',

    'since-form': 'Xin điền ngày bắt đầu áp dụng, ví dụ 05/02/2024.',
    'since-past': 'Giờ của những ngày đã qua không đổi được. Xin chọn từ hôm nay trở đi.',
    'since-far': 'Ngày bắt đầu áp dụng còn xa hơn một năm. Xin xem lại.',
    'time-form': 'Giờ chưa đúng. Xin điền như 07:30.',
    'session-half': 'Xin điền cả giờ mở và giờ đóng, hoặc để trống cả hai ô.',
    'session-order': 'Giờ đóng phải sau giờ mở.',
    'afternoon-early': 'Buổi chiều không được bắt đầu trước khi buổi sáng kết thúc.',
    'week-empty': 'Cả tuần đang để trống. Xin điền giờ của ít nhất một buổi.',
    'day-form': 'Chưa đọc được ngày. Xin điền như 02/09/2025, hoặc 26/01/2025 - 02/02/2025.',
    'days-order': 'Ngày cuối đứng trước ngày đầu.',
    'days-many': 'Nhiều quá 100 ngày nghỉ. Xin bỏ bớt những ngày đã qua hoặc còn xa.',
  } as Record<string, string>,

  unit: {
    title: 'Đơn vị',
    intro: 'Trang này để sửa tên, mã định danh, số điện thoại liên hệ và nơi nhận báo cáo của đơn vị.',
    closedPeriods: 'Báo cáo của các kỳ đã chốt giữ nguyên như khi chốt.',
    posters: 'Đổi tên hoặc số điện thoại xong, xin in lại tờ dán.',
    code: 'Mã trong phần mềm',
    codeNote:
      'Mã này không đổi được, kể cả khi đơn vị đổi tên: báo cáo đã chốt và phần mềm của cấp trên nhận ra đơn vị nhờ mã này.',
    name: 'Tên đơn vị',
    nameHint: 'Hiện trên phiếu, tờ dán và báo cáo. Đổi tên thì trang kết quả ghi rõ ngày đổi.',
    officialCode: 'Mã định danh',
    officialCodeHint: 'Mã định danh điện tử của cơ quan, ví dụ 000.00.15.H34. Chưa có thì để trống.',
    phone: 'Số điện thoại liên hệ',
    phoneHint: 'Số để người dân gọi khi cần trả lời; in trên tờ dán. Chưa có thì để trống.',
    receiver: 'Nơi nhận báo cáo',
    receiverHint: 'Cơ quan cấp trên nhận báo cáo; tên ghi trong từng báo cáo.',
    empty: 'chưa điền',
    button: 'Lưu',
  },

  counters: {
    title: 'Quầy',
    intro: 'Trang này để thêm quầy, hoặc chọn một quầy mà đổi tên, xếp thứ tự, đóng, gộp.',
    open: 'Quầy đang mở',
    closed: 'Quầy đã đóng',
    columns: {
      name: 'Tên quầy',
      code: 'Mã',
      channel: 'Cách mở phiếu',
      field: 'Lĩnh vực',
      survey: 'Phiếu đang dùng',
      state: 'Tình trạng',
    },
    channels: { poster: 'tờ dán tại quầy', link: 'đường dẫn trên mạng' } as Record<string, string>,
    asked: 'hỏi người dân',
    noSurvey: 'chưa có',
    survey: (id: string, version: number) => `${id}, phiên bản ${version}`,
    isOpen: 'đang mở',
    isClosed: 'đã đóng',
    isClosedFor: (successor: string) => `đã đóng, chỉ sang quầy “${successor}”`,
    isMerged: (into: string) => `đã gộp vào quầy “${into}”`,
    addHeading: 'Thêm quầy',
    addNote:
      'Quầy mới đứng cuối danh sách, có mã riêng và dùng phiếu đang áp dụng ở quầy đầu tiên. Việc mở quầy hiện ở trang kết quả.',
    addButton: 'Thêm quầy',
    name: 'Tên quầy',
    nameHint: 'Hiện trên tờ dán và đầu phiếu, ví dụ: Đất đai – Xây dựng.',
    channel: 'Người dân mở phiếu bằng cách nào?',
    channelHints: {
      poster: 'Quét mã trên tờ dán tại quầy',
      link: 'Bấm đường dẫn, dành cho hồ sơ nộp qua mạng',
    } as Record<string, string>,
    field: 'Lĩnh vực của quầy',
    fieldHint: 'Quầy chỉ làm một lĩnh vực thì chọn ở đây, phiếu sẽ không hỏi nữa.',
    fieldAsked: 'Nhiều lĩnh vực: phiếu hỏi người dân',
  },

  counter: {
    intro: 'Trang này để xem và thay đổi một quầy.',
    all: 'Tất cả các quầy',
    address: 'Địa chỉ phiếu',
    poster: 'Xem tờ dán của quầy',
    changeHeading: 'Tên và lĩnh vực',
    changeNote: 'Đổi tên thì trang kết quả ghi rõ ngày đổi; mã QR không đổi, nhưng xin in lại tờ dán.',
    changeButton: 'Lưu',
    orderHeading: 'Thứ tự',
    order: (at: number, all: number) => `Quầy này đứng thứ ${at} trong ${all} quầy đang mở.`,
    up: 'Đưa lên trên',
    down: 'Đưa xuống dưới',
    closeHeading: 'Đóng quầy',
    closeNote:
      'Quầy thôi nhận phiếu ngay; ai quét tờ dán sẽ thấy lời báo quầy tạm nghỉ. Sau này mở lại được.',
    lastOpen: 'Đây là quầy duy nhất đang mở nên chưa đóng được.',
    successor: 'Chỉ người dân sang quầy',
    successorNone: 'Mọi quầy đang mở',
    closeButton: 'Đóng quầy…',
    mergeHeading: 'Gộp vào quầy khác',
    mergeNote:
      'Dùng khi việc của quầy này chuyển hẳn sang quầy khác. Quầy đóng hẳn, không mở lại được; phiếu đã gửi vẫn tính cho quầy này.',
    mergeStaff:
      'Cán bộ chỉ được giao quầy này vẫn xem được quầy này; muốn xem quầy kia thì giao thêm ở trang Người dùng.',
    into: 'Gộp vào quầy',
    intoNone: 'Xin chọn một quầy',
    mergeButton: 'Gộp quầy…',
    reopenHeading: 'Mở lại quầy',
    reopenNote: 'Quầy nhận phiếu lại ngay; tờ dán cũ dùng được như trước.',
    reopenButton: 'Mở lại quầy',
    merged: (into: string) =>
      `Quầy này đã gộp vào quầy “${into}” và không mở lại được. Số liệu trước đây của quầy vẫn xem được như cũ.`,
  },

  confirm: {
    title: 'Xin xác nhận',
    close: (counter: string) =>
      `Đóng quầy “${counter}”: quầy thôi nhận phiếu ngay khi xác nhận. Trang kết quả sẽ ghi việc này kèm ngày. Sau này mở lại được.`,
    closeFor: (successor: string) => `Ai quét tờ dán của quầy sẽ được chỉ sang quầy “${successor}”.`,
    closeForNone: 'Ai quét tờ dán của quầy sẽ thấy danh sách các quầy đang mở.',
    closeButton: 'Đóng quầy',
    merge: (counter: string, into: string) =>
      `Gộp quầy “${counter}” vào quầy “${into}”: quầy “${counter}” đóng hẳn và không mở lại được. Phiếu đã gửi ở quầy này vẫn tính cho quầy này; ai quét tờ dán cũ sẽ được chỉ sang quầy “${into}”. Trang kết quả sẽ ghi việc này kèm ngày.`,
    mergeButton: 'Gộp quầy',
    no: 'Không, quay lại',
  },

  hours: {
    title: 'Giờ mở cửa',
    intro: 'Trang này để khai giờ làm việc của các quầy và những ngày nghỉ.',
    noFigure:
      'Giờ mở cửa không đổi kết quả hài lòng; phần mềm dùng để biết ngày nào quầy làm việc và cần có số lượt giao dịch.',
    never: 'Chưa khai lần nào, nên tạm tính theo giờ hành chính ghi dưới đây.',
    since: (day: string) => `Giờ đang áp dụng có từ ngày ${day}.`,
    coming: 'Đã khai và chưa tới ngày áp dụng:',
    comingFrom: (day: string) => `từ ngày ${day}`,
    editing: (day: string) =>
      `Dưới đây là giờ áp dụng từ ngày ${day}; lưu với đúng ngày ấy thì thay giờ đã khai.`,
    current: 'Về giờ đang áp dụng',
    week: 'Giờ làm việc trong tuần',
    weekHint: 'Điền như 07:30. Buổi nào nghỉ thì để trống cả hai ô.',
    day: 'Ngày',
    weekdays: [
      'Thứ Hai',
      'Thứ Ba',
      'Thứ Tư',
      'Thứ Năm',
      'Thứ Sáu',
      'Thứ Bảy',
      'Chủ nhật',
    ] as readonly string[],
    sessions: { morning: 'Sáng', afternoon: 'Chiều' },
    from: (weekday: string, session: string) => `${weekday}, ${session.toLowerCase()}, từ`,
    to: (weekday: string, session: string) => `${weekday}, ${session.toLowerCase()}, đến`,
    place: (weekday: string, session: string) => `${weekday}, ${session.toLowerCase()}`,
    closed: 'nghỉ',
    daysOff: 'Ngày nghỉ',
    daysOffHint:
      'Nghỉ lễ, nghỉ bù và các ngày đóng cửa khác. Mỗi dòng một ngày, hoặc ngày đầu và ngày cuối, ví dụ 02/09/2025 hoặc 26/01/2025 - 02/02/2025.',
    daysOffNone: 'Chưa khai ngày nghỉ nào.',
    line: (number: number) => `Dòng ${number}`,
    sinceLabel: 'Áp dụng từ ngày',
    sinceHint: 'Từ hôm nay trở đi. Những ngày đã qua vẫn theo giờ cũ.',
    button: 'Lưu giờ mở cửa',
  },
};

/** The keys that every language has. */
export type UnitSettingsMessages = typeof unitSettingsVi;
