/** What the start says on the console of whoever installs it. */
export const consoleVi = {
  running: 'Hài Lòng đang chạy.',
  survey: 'Khảo sát',
  posters: 'Tờ dán mã QR',
  results: 'Kết quả công khai',
  staff: 'Đăng nhập cho cán bộ',
  firstAdministrator: 'Lập người quản trị đầu tiên (dùng một lần, không đưa địa chỉ này cho ai khác)',
  firstAdministratorFile: 'Chưa có người quản trị. Địa chỉ để lập người đầu tiên nằm trong tệp',
  demoEntry: (role: string) => `Vào xem thử với vai trò ${role}`,
  noPublicUrl: 'Chưa đặt PUBLIC_URL: mã QR chỉ dùng được trong mạng này và mọi tờ dán đều mang chữ BẢN THỬ.',
  demo: 'SỐ LIỆU GIẢ ĐỂ XEM THỬ: cơ sở dữ liệu này bị xóa khi dừng.',
  stop: 'Bấm Ctrl+C để dừng.',
  portTaken: (port: number, setting: string) =>
    `Cổng ${port} đang có chương trình khác dùng. Hãy đặt ${setting} thành một số khác.`,
  noAddress: (host: string) => `Máy này không có địa chỉ ${host}. Hãy sửa HOST.`,
  portForbidden: (port: number, setting: string) =>
    `Không được phép mở cổng ${port}. Hãy đặt ${setting} từ 1024 trở lên.`,
} as const;
