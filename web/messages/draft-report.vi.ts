/** A draft report in the layout of NĐ 30/2020/NĐ-CP. The office fills in the dotted lines. */
export const draftReportVi = {
  draft: 'DỰ THẢO',
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  peoplesCommittee: 'Ủy ban nhân dân',
  number: 'Số: ……/BC-……',
  placeAndDate: '…………, ngày …… tháng …… năm ……',
  kind: 'BÁO CÁO',
  subject: 'Kết quả lấy ý kiến người dân, tổ chức về giải quyết thủ tục hành chính',
  addressee: (receivers: string) => `Kính gửi: ${receivers || '……'}`,
  recipients: {
    heading: 'Nơi nhận:',
    asAbove: '- Như trên;',
    filed: '- Lưu: VT.',
  },
  signer: '(Chức vụ, chữ ký, họ tên)',

  method: {
    heading: 'I. Cách lấy ý kiến',
    what: (unit: string, from: string, to: string) =>
      `Từ ngày ${from} đến hết ngày ${to}, ${unit} lấy ý kiến người dân, tổ chức bằng phiếu khảo sát. Phiếu không ghi tên, số điện thoại, số giấy tờ của người trả lời; trả lời là tùy ý; trên phiếu không có mức nào được chọn sẵn.`,
    ballots: (received: string, setAside: string, counted: string) =>
      `Đã nhận ${received} phiếu, để riêng ${setAside} phiếu, được tính ${counted} phiếu.`,
    received: (received: string) => `Đã nhận ${received} phiếu.`,
    rate: (transactions: string, percent: string) =>
      `Trong kỳ có ${transactions} lượt giao dịch; tỷ lệ trả lời là ${percent}.`,
    noRate: 'Chưa có đủ số lượt giao dịch của kỳ nên chưa tính tỷ lệ trả lời.',
  },
  result: {
    heading: 'II. Kết quả chung',
    conclusion: (text: string) => `Kết luận: ${text}.`,
    interval: (n: string, low: string, high: string) =>
      `Với ${n} phiếu, mức hài lòng thực có thể trong khoảng ${low}–${high} (độ tin cậy 95%).`,
    table: 'Bảng 1. Ý kiến chung của những người đã trả lời',
    level: 'Mức',
    ballots: 'Số phiếu',
    share: 'Tỷ lệ',
    satisfied: 'Hài lòng',
    neutral: 'Bình thường',
    dissatisfied: 'Không hài lòng',
    sum: 'Cộng',
  },
  factors: {
    heading: 'III. Theo nhóm tiêu chí',
    table: 'Bảng 2. Mức hài lòng theo nhóm tiêu chí',
  },
  questions: {
    heading: 'IV. Theo từng câu hỏi',
    table: 'Bảng 3. Số người chọn từng mức',
  },
  counters: {
    heading: 'V. Theo quầy',
    table: 'Bảng 4. Số phiếu và số người hài lòng ở từng quầy',
    satisfied: 'Hài lòng',
    note: (minimum: string) =>
      `Quầy có dưới ${minimum} phiếu chỉ nêu số người, không nêu tỷ lệ. Các quầy không xếp hạng.`,
  },
  trend: {
    heading: 'VI. Diễn biến các tuần gần đây',
    picture: 'Hình 1. Mức hài lòng từng tuần',
    target: 'Mục tiêu',
    note: 'Chấm là kết quả của tuần, vạch đứng là khoảng có thể. Tuần chưa đủ phiếu không có chấm.',
    table: 'Bảng 5. Số liệu của Hình 1',
  },
  setAside: {
    heading: 'VII. Phiếu để riêng',
    table: 'Bảng 6. Lý do để riêng',
  },
  plan: {
    heading: 'VIII. Nội dung cần khắc phục và kiến nghị',
    fixFirst: (item: string, detail: string) => `Ưu tiên khắc phục: ${item}. ${detail}`,
    detail: (total: string, low: string) =>
      `Trong ${total} phiếu chưa hài lòng (kể cả bình thường), ${low} phiếu cho mức 1–2 ở câu này.`,
    toWrite:
      '(Đơn vị ghi: nguyên nhân; việc sẽ làm, người phụ trách, thời hạn; kiến nghị với cấp trên, nếu có.)',
    dots: '……………………………………………………………………………………',
  },
  source: (rule: string, surveys: string) => `Công thức: ${rule}. Mẫu phiếu: ${surveys}.`,
  surveyVersion: (id: string, version: string) => `${id}, bản ${version}`,
  seal: (day: string, short: string) => `Dấu niêm phong số liệu đến hết ngày ${day}: ${short}.`,
};
