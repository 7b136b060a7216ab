import { formatDay } from '../formatting/dates.ts';

type Params = Readonly<Record<string, string | number>>;

export const consoleVi = {
  running: 'Hài Lòng đang chạy.',
  survey: 'Khảo sát',
  scan: 'Quét bằng điện thoại cùng mạng để mở phiếu của quầy đầu',
  posters: 'Bảng mã QR',
  results: 'Kết quả công khai',
  staff: 'Đăng nhập cho cán bộ',
  firstAdministrator: 'Lập người quản trị đầu tiên (dùng một lần, không đưa địa chỉ này cho ai khác)',
  firstAdministratorFile: 'Chưa có người quản trị. Địa chỉ để lập người đầu tiên nằm trong tệp',
  firstAdministratorWhere:
    'Mở địa chỉ này ngay trên máy này. Từ máy khác: cần https, hoặc đặt ALLOW_HTTP=on.',
  demoEntry: (role: string) => `Vào xem thử với vai trò ${role}`,
  noPublicUrl: 'Chưa đặt PUBLIC_URL: mã QR chỉ dùng được trong mạng này.',
  demo: 'SỐ LIỆU GIẢ ĐỂ XEM THỬ: cơ sở dữ liệu này bị xóa khi dừng.',
  tooManyConnections:
    'Máy này hoặc mạng này đang mở quá nhiều kết nối. Vui lòng thử lại sau ít giây. / Too many connections; please try again in a few seconds.',
  stop: 'Bấm Ctrl+C để dừng.',
  portTaken: (port: number, setting: string) =>
    `Cổng ${port} đang có chương trình khác dùng. Hãy đặt ${setting} thành một số khác.`,
  noAddress: (host: string) => `Máy này không có địa chỉ ${host}. Hãy sửa HOST.`,
  portForbidden: (port: number, setting: string) =>
    `Không được phép mở cổng ${port}. Hãy đặt ${setting} từ 1024 trở lên.`,
  waitForDatabase: (reason: string) => `${reason} Máy chủ thử lại sau 5 giây.`,
  databaseInUse: (path: string) =>
    `Một máy chủ khác đang dùng ${path}. Mỗi cơ sở dữ liệu chỉ dùng được cho một máy chủ: hãy dừng máy chủ kia, hoặc đặt DATA_DIR khác.`,

  noKeys: 'Chưa cấp khóa nào.',
  keyStates: { active: 'đang dùng được', expired: 'đã hết hạn', revoked: 'đã thu hồi' },
  keyFacts: (
    units: readonly string[] | null,
    createdOn: string,
    expiresOn: string | null,
    revokedOn: string | null,
  ) =>
    [
      `đơn vị: ${units?.join(', ') ?? 'tất cả'}`,
      `cấp ngày ${formatDay(createdOn, 'vi')}`,
      expiresOn === null ? 'không có hạn' : `hết hạn sau ngày ${formatDay(expiresOn, 'vi')}`,
      ...(revokedOn === null ? [] : [`thu hồi ngày ${formatDay(revokedOn, 'vi')}`]),
    ].join('; '),
  keyRevoked: (name: string) => `Đã thu hồi khóa cấp cho ${name}. Khóa này không mở được gì nữa.`,
  keyRevokedBefore: (name: string) => `Khóa cấp cho ${name} đã được thu hồi từ trước.`,

  errors: {
    'key-name-missing': () => 'Thiếu tên: hãy ghi khóa cấp cho ai, ví dụ --name "Phòng Nội vụ".',
    'key-name-too-long': ({ limit }) => `Tên dài quá ${limit} ký tự.`,
    'key-units-missing': () => 'Chưa nêu đơn vị nào sau --unit.',
    'unit-unknown': ({ unit }) => `Không có đơn vị nào mang mã ${unit}.`,
    'day-malformed': ({ day }) => `${day} không phải là ngày. Hãy viết năm-tháng-ngày, ví dụ 2029-12-31.`,
    'day-past': ({ day }) => `Ngày ${day} đã qua nên khóa sẽ không dùng được.`,
    'key-unknown': ({ id }) => `Không có khóa nào mang mã số ${id}. Hãy xem mã số bằng lệnh: api-key list`,
    'list-empty': () => 'Danh sách không có dòng nào. Dòng đầu là tên cột: name,address,key,units.',
    'list-row': ({ line }) => `Danh sách, dòng ${line}: thiếu tên, trùng tên hoặc sai số cột.`,
    'list-address': ({ line }) =>
      `Danh sách, dòng ${line}: địa chỉ phải bắt đầu bằng https:// và không có mật khẩu bên trong.`,
    'list-http': ({ line }) =>
      `Danh sách, dòng ${line}: địa chỉ http:// để lộ khóa trên đường truyền. Hãy dùng https://; nếu chắc chắn mạng là mạng riêng, đặt ALLOW_HTTP=on.`,
    'list-key': ({ line }) =>
      `Danh sách, dòng ${line}: không có khóa. Hãy ghi khóa hl_… hoặc tên biến môi trường có khóa.`,
    'user-unknown': ({ name }) => `Không có người dùng nào tên ${name}.`,
  } as Readonly<Record<string, (params: Params) => string>>,
} as const;
