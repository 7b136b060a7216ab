const BLANK = '……………';

/** Word draft of an official report (NĐ 30/2020/NĐ-CP); the office fills in the dotted parts. */
export const draftReportVi = {
  draft: 'DỰ THẢO',
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  peoplesCommittee: 'Ủy ban nhân dân',
  placeAndDate: '…………, ngày …… tháng …… năm ……',
  kind: 'BÁO CÁO',
  subject: (place: string) =>
    `Kết quả khảo sát mức độ hài lòng của người dân, tổ chức đối với sự phục vụ tại ${place}`,
  addressee: (receivers: string) => `Kính gửi: ${receivers || BLANK}`,
  basis: (unit: string, from: string, to: string) =>
    `Căn cứ Kế hoạch số ${BLANK} ngày ${BLANK} của ${BLANK} về cải cách hành chính, ${unit} báo cáo kết quả khảo sát mức độ hài lòng của người dân, tổ chức từ ngày ${from} đến hết ngày ${to} như sau:`,
  recipients: 'Nơi nhận:',
  /** Texts that depend on whether the people's committee or another agency signs. */
  signers: {
    committee: {
      number: 'Số: ……/BC-UBND',
      recipients: ['- Như trên;', '- Chủ tịch, các Phó Chủ tịch UBND;', '- Lưu: VT.'],
      titles: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'],
    },
    other: {
      number: 'Số: ……/BC-……',
      recipients: ['- Như trên;', '- Lưu: VT.'],
      titles: ['GIÁM ĐỐC'],
    },
  },
  sign: '(ký, ghi rõ họ tên)',

  result: {
    heading: 'I. Kết luận',
    headline: (numerator: string, denominator: string) =>
      `mức độ hài lòng chung: ${numerator} trong ${denominator} phiếu`,
    target: (target: string) => `(mục tiêu ${target})`,
    byFactors: 'mức độ hài lòng theo nhóm tiêu chí của phiếu chính thức: trung bình các nhóm (Bảng 5)',
    conclusion: (text: string) => `Kết luận: ${text}.`,
    interval: (n: string, low: string, high: string) =>
      `Với ${n} phiếu, mức hài lòng thực có thể trong khoảng ${low}–${high} (độ tin cậy 95%).`,
    fixFirst: (item: string, detail: string) => `Ưu tiên khắc phục: ${item}. ${detail}`,
    detail: (total: string, low: string) =>
      `Trong ${total} phiếu chưa hài lòng (kể cả bình thường), ${low} phiếu cho mức 1–2 ở câu này.`,
  },
  comparison: {
    heading: 'II. So sánh với các kỳ trước',
    table: 'Bảng 1. Kết quả chung và so sánh',
    measure: 'Chỉ tiêu',
    counted: 'Số phiếu',
    satisfied: 'Hài lòng, rất hài lòng',
    neutral: 'Bình thường',
    dissatisfied: 'Không hài lòng, rất không hài lòng',
    percent: 'Mức độ hài lòng',
    interval: 'Khoảng có thể (độ tin cậy 95%)',
    change: 'Kỳ này so với kỳ đó',
    picture: 'Hình 1. Mức độ hài lòng từng tuần',
    target: 'Mục tiêu',
    note: 'Chấm là kết quả của tuần, vạch đứng là khoảng có thể. Tuần chưa đủ phiếu không có chấm.',
  },
  respondents: {
    heading: 'III. Theo đối tượng',
    table: 'Bảng 2. Số phiếu theo đối tượng',
  },
  counters: {
    heading: 'IV. Theo quầy',
    table: 'Bảng 3. Số phiếu theo quầy',
    note: (minimum: string) =>
      `Quầy có dưới ${minimum} phiếu chỉ nêu số phiếu, không nêu tỷ lệ. Không xếp hạng giữa các quầy.`,
  },
  questions: {
    heading: 'V. Theo câu hỏi và nhóm tiêu chí',
    table: 'Bảng 4. Số phiếu theo từng mức',
  },
  factors: { table: 'Bảng 5. Mức độ hài lòng theo nhóm tiêu chí' },
  comments: {
    heading: 'VI. Góp ý của người dân, tổ chức',
    table: 'Bảng 6. Góp ý theo loại (đơn vị bổ sung)',
    columns: ['Loại', 'Số góp ý', 'Đã xử lý', 'Ngoài thẩm quyền'],
    kinds: [
      'Thời gian giải quyết',
      'Giấy tờ, hướng dẫn',
      'Chỗ chờ, trang thiết bị',
      'Thái độ phục vụ',
      'Khen',
      'Khác',
    ],
    blank: '……',
  },
  done: {
    heading: 'VII. Việc đã làm từ kỳ trước đến nay',
    toWrite: '(Đơn vị bổ sung: việc đã làm theo báo cáo kỳ trước và kết quả)',
  },
  plan: {
    heading: 'VIII. Nội dung cần khắc phục và kiến nghị',
    toWrite: '(Đơn vị bổ sung: nguyên nhân; giải pháp, người chịu trách nhiệm, thời hạn; kiến nghị, nếu có)',
    dots: '……………………………………………………………………………………',
  },
  method: {
    heading: 'IX. Phương pháp khảo sát',
    what: 'Người dân, tổ chức trả lời sau khi làm thủ tục, qua mã QR tại quầy, phiếu phát tay mỗi phiếu một mã, hoặc đường dẫn gửi kèm hồ sơ trực tuyến. Việc trả lời là tự nguyện; phiếu không đánh dấu sẵn phương án nào, không hỏi tên, số điện thoại, số giấy tờ.',
    received: (received: string) => `Tổng số phiếu thu được: ${received}`,
    carriedIn: (n: string) => `kỳ trước chuyển sang: ${n}`,
    counted: (n: string) => `đưa vào tính toán: ${n}`,
    setAside: (n: string) => `không đưa vào tính toán: ${n} (lý do tại Bảng 7)`,
    pending: (n: string) => `chờ đưa vào tính toán: ${n}`,
    rate: (transactions: string, percent: string) =>
      `Trong kỳ có ${transactions} lượt giao dịch; tỷ lệ trả lời là ${percent}. Kết quả chỉ nói về những phiếu đã trả lời.`,
    noRate:
      'Chưa có đủ số lượt giao dịch của kỳ nên chưa tính tỷ lệ trả lời. Kết quả chỉ nói về những phiếu đã trả lời.',
    table: 'Bảng 7. Phiếu không đưa vào tính toán',
    seal: (day: string, short: string) => `Mã đối chiếu số liệu đến hết ngày ${day}: ${short}.`,
  },
};
