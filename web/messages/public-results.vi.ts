import { formatCount } from '../formatting/numbers.ts';

const count = (n: number): string => formatCount(n, 'vi');

export const resultsVi = {
  title: 'Kết quả công khai',
  rulesOnline: 'Cách tính và mọi quy tắc: xem trang này trên mạng, phần “Cách tính và mọi quy tắc”.',
  improvements: 'Việc đã sửa theo góp ý',
  heading: 'Người dân, tổ chức hài lòng đến mức nào',
  invitation: 'Vừa làm thủ tục xong? Chọn quầy để trả lời khảo sát.',
  receivedTotal: (n: number) => `Đến nay đã nhận ${count(n)} phiếu.`,
  receivedNone: 'Đến nay chưa nhận phiếu nào.',
  json: 'Số liệu cho phần mềm (JSON)',
  privacy: 'Bảo vệ thông tin cá nhân',
  front: 'Trang chủ',
  contact: 'Hỏi về khảo sát này, vui lòng gọi:',
  weekIsWhole:
    'Kết quả tuần chỉ nêu chung cho cả đơn vị. Muốn xem từng câu hỏi, từng quầy, vui lòng chọn kỳ báo cáo quý hoặc năm.',
  rules: 'Cách tính và mọi quy tắc',
  ruleCount: {
    heading: 'Kết quả chính',
    text: 'Lấy số phiếu chọn “Hài lòng” hoặc “Rất hài lòng” ở câu “Nhìn chung, Ông/Bà hài lòng thế nào về sự phục vụ lần này?”, chia cho số phiếu đã trả lời câu đó. Phiếu chọn “Bình thường” không tính là hài lòng, cũng không tính là không hài lòng.',
  },
  ruleChoice: {
    heading: 'Không chọn sẵn, không ép',
    text: 'Trên phiếu không có mức nào được chọn sẵn. Chỉ cần trả lời câu đầu; câu bỏ qua thì tính là bỏ qua, không tính là hài lòng. Không ai được phép yêu cầu Ông/Bà chọn mức này hay mức khác.',
  },
  ruleKept: {
    heading: 'Không xóa phiếu nào',
    text: 'Phiếu đã nhận thì không ai sửa hay xóa được.',
  },
  ruleFive: {
    heading: 'Vì sao có số không hiện',
    text: 'Nhóm có dưới 5 phiếu không hiện số nào. Kết quả chỉ đổi khi có thêm từng nhóm ít nhất 5 phiếu. Nhờ vậy không ai, kể cả cán bộ ở quầy, biết được từng người đã chọn mức nào.',
  },
  ruleMinimum: {
    heading: 'Bao nhiêu phiếu thì đủ',
    text: (minimum: number) =>
      `Có dưới ${count(minimum)} phiếu thì chỉ nêu số phiếu, không tính phần trăm, không đánh giá đạt hay chưa đạt.`,
  },
  ruleInterval: {
    heading: 'Mức hài lòng có thể từ … đến …',
    text: 'Càng ít phiếu thì kết quả càng dễ lệch do ngẫu nhiên. Khoảng này cho biết mức độ lệch có thể có (độ tin cậy 95%), không cho biết ý kiến của những người không trả lời.',
  },
  rulePeriods: {
    heading: 'Các kỳ và ngày chốt',
    text: (act: string, checkedOn: string) =>
      `Tuần tính từ thứ Hai đến Chủ nhật. Kỳ báo cáo tính từ ngày 15 tháng trước đến ngày 14 tháng này (${act}, rà soát ngày ${checkedOn}). Kỳ được chốt sau ngày cuối kỳ 5 ngày; trước đó là số tạm tính, sau đó số giữ nguyên.`,
  },
  ruleTargets: {
    heading: 'Mục tiêu',
    entry: (percent: string, since: string) => `${percent}, áp dụng từ ${since}`,
    none: 'Chưa đặt mục tiêu.',
  },
  ruleSipas: {
    heading: 'Không phải SIPAS, không phải Bộ chỉ số 766',
    text: 'Đây là ý kiến tại quầy. SIPAS do Bộ Nội vụ đo bằng cách hỏi một mẫu hộ gia đình mỗi năm. Tỷ lệ hài lòng trên Cổng Dịch vụ công quốc gia (Bộ chỉ số 766) tính từ hồ sơ trễ hạn và phản ánh. Ba cách đo khác nhau, không so sánh trực tiếp được.',
  },
  ruleVersion: {
    heading: 'Dành cho người kiểm tra',
    rule: (id: string) => `Công thức: ${id}.`,
    survey: (id: string, version: number) => `Mẫu phiếu ${id}, bản ${count(version)}`,
    fingerprint: 'Mã SHA-256:',
  },

  /** For readers without knowledge of statistics. */
  reliability: {
    heading: 'Kết quả này đáng tin đến mức nào',
    chance: (n: number, low: string, high: string) =>
      `Với ${count(n)} phiếu, mức hài lòng thực có thể trong khoảng ${low}–${high}.`,
    few: 'Số phiếu còn ít: chỉ là ý kiến của chừng đó người, chưa đại diện cho cả địa bàn.',
    shareKnown: (received: string, transactions: string) =>
      `Kết quả chỉ nói về những phiếu đã trả lời: đã nhận ${received} phiếu trong ${transactions} lượt giao dịch.`,
    shareUnknown:
      'Kết quả chỉ nói về những phiếu đã trả lời; chưa có đủ số lượt giao dịch nên chưa biết bao nhiêu lượt chưa trả lời.',
    senders:
      'Phiếu không ghi tên, nên không ai chứng minh được từng phiếu là do người dân tự gửi. Vì vậy có quy tắc để không tính một số phiếu, và phiếu phát tay có kết quả riêng để so.',
    sealed: (seal: string) => `Số liệu khóa theo ngày; mỗi thay đổi đều được công bố. Mã đối chiếu: ${seal}.`,
    noFigure: 'Kỳ này chưa đủ 5 phiếu nên chưa có kết quả.',

    quietHeading: 'Ngày làm việc không có phiếu nào',
    quietNone: (working: number) => `Không có ngày nào như vậy trong ${count(working)} ngày làm việc đã qua.`,
    quietSome: (days: number, working: number) =>
      `${count(days)} trong ${count(working)} ngày làm việc đã qua không có phiếu nào. Kết quả trên không nói gì về những ngày này:`,
    quietUnknown: 'Chưa có ngày làm việc nào đã qua.',
    span: (span: string, days: number) => `${span} (${count(days)} ngày)`,
  },

  /** Parameters that are days are formatted already. */
  seal: {
    heading: 'Mã đối chiếu số liệu',
    what: 'Hết mỗi ngày, số liệu của ngày đó được khóa bằng một mã đối chiếu. Nếu sau đó có phiếu bị sửa, thêm hay bớt thì mã không còn khớp. Ai cũng có thể chép lại mã này để đối chiếu về sau.',
    latest: (day: string) => `Mã mới nhất, khóa đến hết ngày ${day}:`,
    full: 'Mã đầy đủ (SHA-256):',
    none: 'Chưa khóa số liệu ngày nào. Mã đầu tiên có vào sáng hôm sau ngày mở khảo sát.',
  },
};
