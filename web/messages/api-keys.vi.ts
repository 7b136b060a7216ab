export const apiKeysVi = {
  title: 'Khóa cho phần mềm',
  intro: 'Có khóa, phần mềm của cơ quan khác lấy được báo cáo của đơn vị.',
  note: 'Khóa chỉ đọc báo cáo: không có góp ý, không có từng phiếu, không có tên cán bộ.',
  none: 'Chưa cấp khóa nào.',
  columns: {
    name: 'Cấp cho',
    units: 'Đơn vị',
    createdOn: 'Ngày cấp',
    expiresOn: 'Hết hạn',
    state: 'Tình trạng',
    revoke: 'Thu hồi',
  },
  allUnits: 'tất cả đơn vị',
  never: 'không có hạn',
  states: {
    active: 'đang dùng được',
    expired: 'đã hết hạn',
    revoked: (day: string) => `đã thu hồi ngày ${day}`,
  },
  revokeButton: 'Thu hồi…',

  addHeading: 'Cấp khóa mới',
  name: 'Cấp cho ai',
  nameHint: 'Tên cơ quan hoặc phần mềm sẽ dùng khóa, để sau này biết mà thu hồi.',
  expires: 'Ngày dùng cuối cùng',
  expiresHint: (example: string) => `Để trống nếu không có hạn. Ví dụ: ${example}.`,
  units: 'Khóa mở báo cáo của',
  thisUnit: (unit: string) => `Chỉ ${unit}`,
  everyUnit: 'Tất cả đơn vị trên máy chủ này, kể cả đơn vị thêm sau',
  addButton: 'Cấp khóa',

  faults: {
    'key-name-missing': 'Vui lòng điền khóa này cấp cho ai.',
    'key-name-too-long': 'Tên dài quá 120 ký tự.',
    'day-malformed': 'Ngày này không có trong lịch. Vui lòng viết ngày, tháng, năm, ví dụ 31/12/2024.',
    'day-past': 'Ngày này đã qua nên khóa sẽ không dùng được. Vui lòng chọn hôm nay hoặc một ngày sau.',
  },

  made: {
    title: 'Khóa mới',
    intro: (name: string) =>
      `Đây là khóa cấp cho ${name}. Khóa chỉ hiện một lần; máy chủ không giữ lại và không ai xem lại được.`,
    label: 'Khóa (bấm vào để chọn cả dòng rồi chép)',
    copy: 'Chép khóa',
    copied: 'Đã chép.',
    careful:
      'Ai có khóa này cũng lấy được báo cáo. Vui lòng gửi riêng cho người phụ trách, đừng gửi vào nhóm chung.',
    back: 'Xong, về danh sách khóa',
  },
};
