/** Sentences of the pages where the office prints one-time slips. */
export const slipsVi = {
  title: 'Tờ phiếu một lần',
  intro: 'Trang này để in những tờ phiếu chỉ dùng được một lần, và xem đã in, đã dùng, hết hạn bao nhiêu.',
  rule: 'Một tờ giấy, một phiếu. Tờ phiếu không cho biết ai đã trả lời: ai cầm tờ giấy thì người đó gửi được. Vì vậy xin phát cho từng người dân vừa làm xong thủ tục, không giữ lại, không điền hộ.',
  once: 'Mã chỉ hiện một lần, ngay khi tạo: máy chủ không giữ mã nên không in lại được. Xin chuẩn bị máy in trước.',
  supervisorRule:
    'Tờ phiếu của người giám sát không thuộc quầy nào: người dân chọn quầy của mình khi mở phiếu. Xin phát ở cửa ra, không qua tay cán bộ của quầy.',
  readOnly: 'Tài khoản này chỉ xem.',
  posters: 'Tờ dán mã QR ở quầy',
  printHeading: 'In tờ phiếu mới',
  counter: 'Quầy',
  chooseCounter: 'Chọn quầy',
  sheets: 'Số tờ giấy A4',
  sheetsHint: (slips: number, most: number) => `Mỗi tờ A4 có ${slips} tờ phiếu. Từ 1 đến ${most}.`,
  days: 'Dùng được trong',
  daysOption: (days: number) => `${days} ngày`,
  button: 'Tạo và mở trang in',
  noCounter: 'Chưa có quầy nào đang mở để in tờ phiếu.',
  faults: {
    'counter-missing': 'Xin chọn quầy.',
    'sheets-range': 'Số tờ giấy là số nguyên từ 1 đến 20.',
    'days-unknown': 'Xin chọn thời hạn có trong danh sách.',
    'printed-before':
      'Những tờ phiếu này đã được tạo rồi và không hiện lại được. Nếu chưa in được, xin tạo lô khác; lô cũ không phát ra thì sẽ hết hạn.',
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
  mostExpired: (slips: string) => `gần hết ${slips}`,
  counted:
    'Số đã dùng tính theo những ngày đã hết và chỉ tăng khi có thêm từ 5 tờ trở lên, để không ai biết tờ nào vừa được dùng. Số hết hạn là số tờ còn lại khi lô hết hạn.',
  weeksHeading: 'Theo tuần',
  week: 'Tuần',

  printTitle: 'In tờ phiếu một lần',
  printIntro: (slips: number, sheets: number) =>
    `Có ${slips} tờ phiếu trên ${sheets} tờ A4. Xin bấm Ctrl + P để in, cắt theo đường kẻ, rồi mới rời trang: mã không hiện lại lần nữa.`,
  printScale: 'Khi in, xin chọn khổ A4, tỷ lệ 100%.',
  back: 'In xong, về trang tờ phiếu',
  trial: 'Địa chỉ trên tờ phiếu chưa phải địa chỉ chính thức, nên mỗi tờ có chữ BẢN THỬ. Xin đừng phát ra.',
  slip: {
    trial: 'BẢN THỬ',
    heading: 'Ông/Bà thấy xã phục vụ thế nào?',
    qr: (code: string) => `Mã QR của tờ phiếu ${code}`,
    type: 'Hoặc mở',
    code: 'gõ mã',
    note: (day: string) => `Dùng một lần, đến hết ngày ${day}. Không hỏi tên, số điện thoại, CCCD.`,
    nobody: 'Không ai được yêu cầu Ông/Bà chọn mức nào.',
  },
};
