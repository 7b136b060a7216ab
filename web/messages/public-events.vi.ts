/** The dated lines of the public results page. Days come as people read them. */
export const publicEventsVi = {
  heading: 'Những việc đã ảnh hưởng đến số liệu',
  none: 'Chưa có việc nào.',
  restored: (day: string, copiedOn: string) =>
    `Ngày ${day}: dữ liệu được khôi phục từ bản sao lưu ngày ${copiedOn}. Phiếu gửi sau lúc sao lưu có thể không còn.`,
  restoredUnknown: (day: string) =>
    `Ngày ${day}: dữ liệu được khôi phục từ một bản chép không ghi ngày. Phiếu gửi sau lúc chép có thể không còn.`,
};

/** Every sentence that a language must have. */
export type PublicEventMessages = typeof publicEventsVi;
