import { formatDay } from '../formatting/dates.ts';
import { formatCount } from '../formatting/numbers.ts';

type Params = Readonly<Record<string, string | number>>;

const count = (n: string | number | undefined): string => formatCount(Number(n), 'vi');
const day = (text: string | number | undefined): string => formatDay(String(text), 'vi');

const confirm = (today: string | number | undefined): string =>
  `hãy bấm “Đúng” ở trang /quan-tri, hoặc chạy: hailong clock confirm ${today}`;

/** Console output of `doctor`. */
export const doctorVi = {
  levels: { ok: '[TỐT]', note: '[XEM]', problem: '[SỬA]' },
  healthy: 'Không thấy lỗi nào. Các dòng [XEM] là việc nên tự xem lại.',
  problems: (n: number) => `Có ${count(n)} chỗ cần sửa: các dòng [SỬA] ở trên.`,

  findings: {
    'port-any': () => 'PORT=0: mỗi lần chạy máy chủ dùng một cổng khác, mã QR đã in sẽ hỏng. Hãy đặt PORT.',
    'port-served': ({ port }) => `Máy chủ đang chạy ở cổng ${port}.`,
    'port-free': ({ port }) => `Máy chủ chưa chạy; cổng ${port} đang trống.`,
    'port-taken': ({ port }) =>
      `Cổng ${port} đang do chương trình khác dùng, hoặc máy chủ không trả lời. Hãy tắt chương trình đó hoặc đặt PORT thành số khác.`,

    'no-network': () => 'Máy này chưa nối mạng nào: điện thoại không vào được. Hãy nối dây mạng hoặc Wi-Fi.',
    'address-local': ({ address }) =>
      `Chưa đặt PUBLIC_URL: mã QR mang địa chỉ ${address}, chỉ dùng được trong mạng này. Nếu bộ phát mạng cấp địa chỉ khác thì bảng mã QR đã dán không dùng được nữa: hãy nhờ người quản trị mạng giữ cố định địa chỉ này.`,
    'address-here-only': () =>
      'HOST chỉ nhận kết nối từ chính máy này và chưa đặt PUBLIC_URL: điện thoại không vào được. Hãy bỏ HOST, hoặc đặt PUBLIC_URL là địa chỉ của proxy.',
    'address-changed': ({ host, now }) =>
      `PUBLIC_URL dùng địa chỉ ${host} nhưng máy này không còn địa chỉ đó (bây giờ là ${now}). Bảng mã QR đã dán không dẫn tới đây: hãy trả lại địa chỉ cũ, hoặc sửa PUBLIC_URL rồi in bảng mới.`,
    'address-set': ({ address }) => `Mã QR mang địa chỉ ${address}.`,
    'address-http': ({ address }) =>
      `Mã QR mang địa chỉ ${address}, không có https: người cùng mạng có thể đọc được phiếu trên đường gửi.`,
    firewall: ({ address, port }) =>
      `Tường lửa: máy này không tự thử được. Hãy dùng điện thoại (tắt 4G nếu dùng mạng nội bộ) mở ${address}/healthz; nếu không thấy chữ “ok”, hãy cho phép cổng ${port} trong tường lửa của máy này.`,

    'public-url-ok': ({ address }) => `Từ máy này vào được ${address}.`,
    'public-url-foreign': ({ address, status }) =>
      `${address} có trả lời (mã ${status}) nhưng không phải máy chủ này. Hãy xem lại tên miền và cấu hình proxy.`,
    'public-url-unreachable': ({ address, reason }) =>
      `Từ máy này không vào được ${address} (${reason}). Nếu điện thoại dùng 4G vẫn vào được thì chỉ là mạng ở đây chặn đường vòng; nếu không, hãy xem lại tên miền, proxy và tường lửa.`,
    'certificate-none': () => 'Không đọc được chứng chỉ https ở PUBLIC_URL: ở đó không có máy chủ https.',
    'certificate-expired': ({ days }) =>
      `Chứng chỉ https đã hết hạn ${count(days)} ngày: điện thoại sẽ báo nguy hiểm. Hãy gia hạn ngay.`,
    'certificate-untrusted': ({ reason }) =>
      `Chứng chỉ https không được điện thoại tin (${reason}). Hãy dùng chứng chỉ của một tổ chức được công nhận, đúng tên miền.`,
    'certificate-ends-soon': ({ days }) =>
      `Chứng chỉ https chỉ còn ${count(days)} ngày. Việc tự gia hạn có lẽ đã hỏng.`,
    'certificate-ok': ({ days }) => `Chứng chỉ https còn ${count(days)} ngày.`,

    'clock-ok': ({ now }) => `Đồng hồ (giờ Việt Nam): ${now}. Hãy so với điện thoại.`,
    'clock-year': ({ now }) =>
      `Đồng hồ máy đang là ${now}: sai năm. Hãy đặt lại giờ; máy cũ thường phải thay pin trên bo mạch.`,
    'clock-behind': ({ now, today, day: last }) =>
      `Đồng hồ máy đang là ${now}, nhưng đã có số liệu của ngày trước ${day(last)}. Nếu máy sai, hãy đặt lại giờ. Nếu hôm nay đúng là ngày máy ghi (trước đây máy chạy trước), ${confirm(today)}.`,
    'clock-ahead': ({ now, today, day: last }) =>
      `Đồng hồ máy đang là ${now}, nhưng ngày gần nhất đã chốt số liệu là trước ${day(last)}. Nếu máy sai, hãy đặt lại giờ. Nếu hôm nay đúng là ngày máy ghi, ${confirm(today)}.`,

    'disk-ok': ({ free }) => `Ổ đĩa còn trống ${count(free)} MB.`,
    'disk-full': ({ free }) =>
      `Ổ đĩa chỉ còn trống ${count(free)} MB. Hãy dọn bớt; đầy ổ thì không nhận được phiếu.`,
    'no-data-folder': ({ path }) => `Chưa có thư mục dữ liệu ${path}: máy chủ sẽ tạo khi chạy lần đầu.`,
    'folder-ok': ({ path }) => `Dữ liệu nằm ở ${path}, trên ổ đĩa của máy này.`,
    'folder-network': ({ path }) =>
      `Thư mục dữ liệu ${path} nằm trên ổ mạng: SQLite có thể hỏng dữ liệu ở đó. Hãy đặt DATA_DIR về ổ đĩa của máy này.`,
    'folder-synced': ({ path, program }) =>
      `Thư mục dữ liệu ${path} nằm trong thư mục tự đồng bộ (${program}): dữ liệu có thể hỏng và phiếu bị chép ra ngoài. Hãy đặt DATA_DIR ra chỗ khác.`,
    'permissions-ok': () => 'Chỉ người dùng đang chạy máy chủ đọc được dữ liệu.',
    'permissions-windows': () =>
      'Windows: hãy tự xem quyền của thư mục dữ liệu (Properties, Security); chỉ tài khoản chạy máy chủ cần vào được.',
    'not-writable': ({ path }) => `Không ghi được vào ${path}. Hãy cấp quyền cho tài khoản chạy máy chủ.`,
    'file-open': ({ path, mode }) =>
      `Người dùng khác của máy đọc được ${path} (quyền ${mode}). Hãy chạy: chmod 600 "${path}"`,
    'folder-open': ({ path, mode }) =>
      `Người dùng khác của máy sửa được thư mục ${path} (quyền ${mode}). Hãy chạy: chmod 700 "${path}"`,

    'no-database-yet': ({ path }) => `Chưa có cơ sở dữ liệu ở ${path}: máy chủ sẽ tạo khi chạy lần đầu.`,
    'database-ok': () => 'Tệp cơ sở dữ liệu không hỏng.',
    'database-damaged': ({ reason }) =>
      `Tệp cơ sở dữ liệu bị hỏng (${reason}). Hãy dừng máy chủ, chép giữ cả thư mục dữ liệu ra nơi khác, rồi khôi phục từ bản sao lưu mới nhất.`,
    'database-busy': ({ reason }) =>
      `Một chương trình khác đang khóa tệp cơ sở dữ liệu (${reason}). Hãy lưu và đóng chương trình đó; phiếu được nhận lại ngay.`,
    'database-slow': ({ reason }) =>
      `Cơ sở dữ liệu không trả lời kịp (${reason}). Hãy xem máy chủ PostgreSQL và đường mạng; khi nó trả lời, phiếu tự được nhận lại.`,
    'database-unreachable': ({ reason }) =>
      `Không vào được cơ sở dữ liệu (${reason}). Hãy xem nó có đang chạy không và DATABASE_URL có đúng không; phiếu tự được nhận lại khi nó chạy.`,
    'database-full': ({ reason }) =>
      `Ổ đĩa đầy, không ghi được phiếu (${reason}). Hãy dọn bớt tệp khác, đừng xóa gì trong thư mục dữ liệu; phiếu tự được nhận lại.`,
    'database-read-only': ({ reason }) =>
      `Ổ đĩa hoặc tệp cơ sở dữ liệu chỉ cho đọc (${reason}). Dữ liệu không hỏng, đừng khôi phục: hãy cho phép ghi trở lại.`,
    'database-no-rights': ({ reason }) =>
      `Tài khoản này không có quyền với tệp cơ sở dữ liệu hoặc thư mục của nó (${reason}). Dữ liệu không hỏng, đừng khôi phục: hãy trả quyền cho tài khoản chạy máy chủ.`,
    'database-replaced': ({ reason }) =>
      `Thư mục hoặc tệp cơ sở dữ liệu đã bị xóa hay thay thế khi máy chủ đang chạy (${reason}). Hãy dừng máy chủ, đặt thư mục cũ về chỗ, rồi chạy lại. Đừng chạy khi thư mục còn trống: máy chủ sẽ bắt đầu lại từ đầu.`,
    'server-elsewhere': ({ path }) =>
      `Một máy chủ khác, ở cổng khác, đang dùng ${path}. Chỉ một máy chủ dùng được tệp này: hãy tắt bớt một máy chủ.`,
    'database-unreadable': ({ reason }) => `Không đọc được cơ sở dữ liệu (${reason}).`,
    'tallies-ok': () => 'Bảng đếm khớp với phiếu.',
    'tallies-differ': ({ count: n }) =>
      `Bảng đếm khác với phiếu ở ${count(n)} chỗ. Hãy chạy: hailong recount --repair`,

    'copy-ok': ({ day: last }) =>
      `Bản sao lưu hằng ngày mới nhất: ${day(last)}, không hỏng. Hãy chép một bản ra nơi khác máy này.`,
    'copy-none': () =>
      'Chưa có bản sao lưu hằng ngày nào. Máy chủ tự làm mỗi ngày khi đang chạy; có thể làm ngay: hailong backup TỆP',
    'copy-old': ({ day: last, age }) =>
      `Bản sao lưu hằng ngày mới nhất đã ${count(age)} ngày (${day(last)}). Hãy xem nhật ký của máy chủ và chỗ trống trên ổ đĩa.`,
    'copy-failed': ({ at, reason }) => `Lần sao lưu hằng ngày gần nhất không thành (${at}): ${reason}.`,
    'copy-damaged': ({ file }) =>
      `Bản sao lưu ${file} bị hỏng. Hãy xem lại ổ đĩa và sao lưu ngay ra nơi khác.`,
    'copy-postgres': () =>
      'Cơ sở dữ liệu là PostgreSQL: máy chủ không tự sao lưu. Hãy đặt lịch pg_dump (xem docs/operations.md).',
  } as Readonly<Record<string, (params: Params) => string>>,
};
