import { formatDay } from '../formatting/dates.ts';
import { formatCount } from '../formatting/numbers.ts';

const count = (n: number): string => formatCount(n, 'vi');
const size = (bytes: number): string =>
  bytes < 1_000_000 ? `${count(Math.ceil(bytes / 1_000))} kB` : `${count(Math.round(bytes / 1_000_000))} MB`;

/** Console output of `backup` and `restore`. */
export const backupVi = {
  made: (file: string, bytes: number) =>
    `Đã sao lưu vào ${file} (${size(bytes)}). Bản sao đã được kiểm tra, đủ và không hỏng.`,
  keepElsewhere:
    'Hãy cất bản sao ở nơi khác máy này (ổ USB, máy khác). Trong bản sao có góp ý và khóa bí mật: chỉ người quản trị được giữ.',
  postgres:
    'Cơ sở dữ liệu là PostgreSQL: hãy sao lưu bằng công cụ của chính nó, rồi cất tệp ở nơi khác máy này:',
  postgresRestore: 'Cơ sở dữ liệu là PostgreSQL: hãy dừng máy chủ rồi khôi phục bằng công cụ của chính nó:',
  postgresRecount: 'Sau đó chạy: hailong recount',
  inMemory: 'Cơ sở dữ liệu chỉ nằm trong bộ nhớ, không có gì để sao lưu hay khôi phục.',
  restored: (file: string, ballots: number) =>
    `Đã khôi phục từ ${file}: ${count(ballots)} phiếu, bảng đếm khớp với phiếu.`,
  madeOn: (day: string) =>
    `Bản sao được làm ngày ${formatDay(day, 'vi')}. Những gì nhận sau lúc sao lưu không có trong đó.`,
  aside: (path: string) => `Dữ liệu trước khi khôi phục vẫn còn, nằm ở ${path}.`,
  repaired: (n: number) => `Đã dựng lại bảng đếm ở ${count(n)} chỗ khác với phiếu.`,
  despiteSeals: (fault: string) =>
    `Dữ liệu này khác với lúc khóa số liệu, điều đó được ghi công khai. ${fault}`,
  public: 'Trang /ket-qua có thêm một dòng công khai về việc khôi phục này. Bây giờ có thể chạy lại máy chủ.',
  failed: (reason: string) => `Không làm được: ${reason}.`,
  nothingChanged: 'Chưa có gì bị thay đổi.',

  refused: {
    missing: ({ file }) => `Không có tệp ${file}.`,
    'not-a-file': ({ file }) => `${file} không phải là tệp.`,
    empty: ({ file }) => `Tệp ${file} trống.`,
    'not-sqlite': ({ file }) =>
      `${file} không phải là bản sao lưu: đây không phải tệp SQLite, hoặc phần đầu tệp đã hỏng.`,
    truncated: ({ file }) => `Tệp ${file} bị cắt mất phần cuối. Hãy chép lại từ nơi cất giữ.`,
    damaged: ({ file }) => `Tệp ${file} bị hỏng: nội dung không còn như lúc sao lưu. Hãy dùng bản khác.`,
    'before-start': ({ file }) =>
      `${file} là bản sao của thời gian chạy thử, mà đơn vị đã bắt đầu chính thức. Chỉ chạy thử được một lần. Nếu thật cần, chạy lại với --before-start: việc đó được ghi công khai.`,
    foreign: ({ file }) => `${file} là cơ sở dữ liệu của chương trình khác, không phải của Hài Lòng.`,
    newer: ({ file }) => `${file} do phiên bản mới hơn của Hài Lòng tạo ra. Hãy nâng cấp chương trình trước.`,
    'has-log': ({ file }) =>
      `Cạnh ${file} có tệp ${file}-wal chưa được gộp vào: đây là bản chép tay khi chương trình đang chạy. Hãy dùng lệnh backup để sao lưu.`,
    'tallies-differ': ({ file, count: n }) =>
      `Bảng đếm trong ${file} khác với phiếu ở ${n} chỗ. Phiếu là gốc: muốn dựng lại bảng đếm từ phiếu, hãy chạy lại với --repair.`,
    'seals-differ': ({ file, day }) =>
      `Dữ liệu trong ${file} khác với lúc khóa số liệu, từ ngày ${formatDay(String(day), 'vi')}: đã có người sửa. Hãy dùng bản sao lưu cũ hơn. Nếu không còn bản nào khác, hãy chạy lại với --despite-seals; việc đó sẽ được ghi công khai.`,
    'in-use': () =>
      'Có chương trình đang mở cơ sở dữ liệu này. Hãy dừng máy chủ (Ctrl+C, hoặc dừng dịch vụ) rồi làm lại.',
    'same-file': ({ file }) => `${file} chính là cơ sở dữ liệu đang dùng. Hãy chọn tệp khác.`,
    exists: ({ file }) => `Đã có tệp ${file}. Hãy chọn tên khác, hoặc thêm --force để ghi đè.`,
    'source-damaged': ({ file }) =>
      `Cơ sở dữ liệu ${file} bị hỏng nên không sao lưu được. Hãy dừng máy chủ và khôi phục từ bản sao lưu mới nhất.`,
    'no-folder': ({ file }) => `Không có thư mục ${file}.`,
    'no-database': ({ file }) =>
      `Chưa có cơ sở dữ liệu ở ${file}. Hãy chạy lệnh này trong thư mục cài đặt, với cùng DATA_DIR và DATABASE_URL như máy chủ.`,
  } as Readonly<Record<string, (params: Readonly<Record<string, string | number>>) => string>>,
} as const;
