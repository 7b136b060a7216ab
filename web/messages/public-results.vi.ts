import { formatCount } from '../formatting/numbers.ts';

const count = (n: number): string => formatCount(n, 'vi');

export const resultsVi = {
  title: 'Kết quả công khai',
  heading: 'Người dân, tổ chức hài lòng đến mức nào',
  invitation: 'Vừa làm thủ tục xong? Chọn quầy để trả lời khảo sát.',
  receivedTotal: (n: number) => `Đến lúc này đã nhận ${count(n)} phiếu.`,
  receivedNone: 'Đến lúc này chưa nhận phiếu nào.',
  json: 'Các con số này ở dạng JSON, cho máy đọc',
  privacy: 'Bảo vệ thông tin cá nhân',
  front: 'Trang đầu',
  contact: 'Hỏi về khảo sát này, xin gọi:',
  weekIsWhole:
    'Theo từng tuần, trang này chỉ nêu con số chung của đơn vị. Từng câu hỏi, từng quầy có ở quý báo cáo và năm báo cáo.',
  rules: 'Cách tính và mọi quy tắc',
  ruleCount: {
    heading: 'Con số chính',
    text: 'Lấy số người chọn “Hài lòng” hoặc “Rất hài lòng” ở câu “Nhìn chung, Ông/Bà hài lòng ở mức nào về lần này?”, chia cho số người đã trả lời câu đó. Người chọn “Bình thường” không tính là hài lòng và cũng không phải là chê.',
  },
  ruleChoice: {
    heading: 'Không chọn sẵn, không ép',
    text: 'Trên phiếu không có mức nào được chọn sẵn. Chỉ câu đầu là cần trả lời; câu bỏ qua thì tính là bỏ qua, không tính là hài lòng. Không ai được yêu cầu Ông/Bà chọn mức nào.',
  },
  ruleKept: {
    heading: 'Không xóa phiếu nào',
    text: 'Phiếu đã nhận thì không ai sửa hay xóa được.',
  },
  ruleFive: {
    heading: 'Vì sao có số không hiện',
    text: 'Nhóm có dưới 5 phiếu không hiện số nào. Con số chỉ đổi khi có thêm từng nhóm ít nhất 5 phiếu. Nhờ vậy không ai, kể cả cán bộ ở quầy, biết được một người đã chọn mức nào.',
  },
  ruleMinimum: {
    heading: 'Bao nhiêu phiếu thì đủ',
    text: (minimum: number) =>
      `Có dưới ${count(minimum)} phiếu thì chỉ nói số người, không tính phần trăm, không nói đạt hay chưa.`,
  },
  ruleInterval: {
    heading: 'Con số có thể từ … đến …',
    text: 'Ít phiếu thì con số dễ lệch do may rủi. Khoảng “có thể từ … đến …” cho biết mức lệch đó (khoảng Wilson 95%). Khoảng này không nói được ý của những người không trả lời.',
  },
  rulePeriods: {
    heading: 'Các kỳ và ngày chốt',
    text: 'Tuần tính từ thứ Hai đến Chủ nhật. Kỳ báo cáo tính từ ngày 15 tháng trước đến ngày 14 tháng này. Kỳ chốt khi hết 5 ngày kể từ sau ngày cuối kỳ; trước đó số là tạm tính, sau đó số giữ nguyên.',
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
    heading: 'Công thức và mẫu phiếu',
    rule: (id: string) => `Công thức: ${id}.`,
    survey: (id: string, version: number) => `Mẫu phiếu ${id}, bản ${count(version)}`,
    fingerprint: 'Dấu SHA-256:',
  },

  /** For readers who know no statistics. */
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
      'Phiếu không ghi tên, nên không ai chứng minh được từng phiếu là do người dân tự gửi. Vì vậy có quy tắc để không tính một số phiếu, và phiếu một lần phát trên giấy có kết quả riêng để so.',
    sealed: (seal: string) => `Số liệu khóa theo ngày; mỗi thay đổi đều được công bố. Mã đối chiếu: ${seal}.`,
    noFigure: 'Kỳ này chưa đủ 5 phiếu nên chưa có kết quả.',

    quietHeading: 'Ngày làm việc không có phiếu nào',
    quietNone: (working: number) => `Không có ngày nào như vậy trong ${count(working)} ngày làm việc đã qua.`,
    quietSome: (days: number, working: number) =>
      `${count(days)} trong ${count(working)} ngày làm việc đã qua không có phiếu nào. Con số trên không nói gì về những ngày này:`,
    quietUnknown: 'Chưa có ngày làm việc nào đã qua.',
    span: (span: string, days: number) => `${span} (${count(days)} ngày)`,
  },

  /** Sentences about seals; days are already formatted. */
  seal: {
    heading: 'Dấu niêm phong',
    what: 'Xong mỗi ngày, các phiếu và số đếm của ngày đó được niêm phong bằng một dấu. Nếu sau đó có phiếu bị sửa, thêm hay bớt thì dấu không còn khớp. Ai cũng có thể chép lại dấu này để đối chiếu về sau.',
    latest: (day: string) => `Dấu mới nhất, đến hết ngày ${day}:`,
    full: 'Dấu đầy đủ (SHA-256):',
    none: 'Chưa có ngày nào được niêm phong. Dấu đầu tiên có vào sáng hôm sau ngày mở khảo sát.',
  },
};
