export const slipsVi = {
  title: 'Phiếu phát tay (mỗi phiếu một mã)',
  intro:
    'Phiếu giấy có mã riêng, mỗi mã chỉ gửi được một lần. In phiếu và xem đã in, đã dùng, hết hạn bao nhiêu.',
  rule: 'Phiếu phát tay không cho biết ai đã trả lời: ai cầm phiếu thì người đó gửi được. Vì vậy chỉ phát cho từng người dân vừa làm xong thủ tục, không giữ lại, không điền hộ.',
  once: 'Mã chỉ hiện một lần, ngay khi tạo: máy chủ không giữ mã nên không in lại được. Vui lòng bật sẵn máy in.',
  supervisorRule:
    'Phiếu do người giám sát phát không thuộc quầy nào: người dân chọn quầy khi mở phiếu. Vui lòng phát ở cửa ra, không qua tay cán bộ của quầy.',
  readOnly: 'Tài khoản này chỉ xem.',
  posters: 'Bảng mã QR tại quầy',
  printHeading: 'In phiếu mới',
  counter: 'Quầy',
  chooseCounter: 'Chọn quầy',
  sheets: 'Số tờ giấy A4',
  sheetsHint: (slips: number, most: number) => `Mỗi tờ A4 có ${slips} phiếu. Từ 1 đến ${most} tờ.`,
  days: 'Dùng được trong',
  daysOption: (days: number) => `${days} ngày`,
  button: 'Tạo và mở trang in',
  noCounter: 'Chưa có quầy nào đang mở để in phiếu.',
  faults: {
    'counter-missing': 'Vui lòng chọn quầy.',
    'sheets-range': 'Số tờ giấy là số nguyên từ 1 đến 20.',
    'days-unknown': 'Vui lòng chọn thời hạn có trong danh sách.',
    'printed-before':
      'Các phiếu này đã được tạo rồi và không hiện lại được. Nếu chưa in được, vui lòng tạo lô khác; lô cũ không phát ra thì sẽ hết hạn.',
  } as Readonly<Record<string, string>>,

  batchesHeading: 'Các lô đã in',
  noBatches: 'Chưa in lô nào.',
  anyCounter: (name: string) => `Người giám sát phát (${name})`,
  columns: {
    counter: 'Của',
    issuedOn: 'Ngày in',
    expiresOn: 'Dùng đến hết ngày',
    slips: 'Đã in',
    used: 'Đã dùng',
    expired: 'Hết hạn',
  },
  usedNotShown: 'dưới 5',
  notExpired: 'còn hạn',
  mostExpired: (slips: string) => `gần như cả ${slips}`,
  counted:
    'Số đã dùng tính theo những ngày đã hết và chỉ tăng khi có thêm từ 5 phiếu trở lên, để không ai biết phiếu nào vừa được dùng. Số hết hạn là số phiếu còn lại khi lô hết hạn.',
  weeksHeading: 'Theo tuần',
  week: 'Tuần',

  printTitle: 'In phiếu phát tay',
  printIntro: (slips: number, sheets: number) =>
    `Có ${slips} phiếu trên ${sheets} tờ A4. Bấm Ctrl + P để in, cắt theo đường kẻ, rồi mới rời trang: mã không hiện lại lần nữa.`,
  printScale: 'Khi in, chọn khổ A4, tỷ lệ 100%.',
  back: 'In xong, về trang Phiếu phát tay',
  trial: 'Đơn vị đang chạy thử nên mỗi phiếu có chữ CHẠY THỬ. Chưa phát cho người dân.',
  slip: {
    trial: 'CHẠY THỬ',
    scan: 'Quét mã',
    heading: 'Ông/Bà hài lòng thế nào về sự phục vụ lần này?',
    qr: (code: string) => `Mã QR của phiếu ${code}`,
    type: 'Hoặc gõ mã tại',
    note: (day: string) => `Dùng một lần, đến hết ngày ${day}. Không hỏi tên, số điện thoại, CCCD.`,
    nobody: 'Không ai được phép yêu cầu Ông/Bà chọn mức nào.',
  },
};
