/** What an open view says about its figures being fresh. `{time}` is a time of day, put in by the browser. */
export const freshVi = {
  updated: 'Số liệu vừa được cập nhật lúc {time}.',
  newer: 'Đã có số liệu mới. Tải lại trang để xem.',
  lost: 'Không kết nối được với máy chủ. Số liệu trên trang là của lúc {time}.',
  signedOut: 'Đã hết phiên đăng nhập. Tải lại trang để đăng nhập lại.',
};

export type FreshMessages = typeof freshVi;
