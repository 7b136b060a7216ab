import { formatCount } from '../formatting/numbers.ts';

const count = (n: number): string => formatCount(n, 'vi');

export const administrationVi = {
  title: 'Quản trị',
  saved: 'Đã lưu.',
  groups: { start: 'Đơn vị', counting: 'Cách tính', data: 'Dữ liệu' } as Readonly<Record<string, string>>,
  names: {
    '/quan-tri/don-vi': 'Đơn vị, nơi tiếp nhận hồ sơ, nơi nhận số liệu',
    '/quan-tri/quay': 'Quầy',
    '/quan-tri/nguoi-dung': 'Người dùng',
    '/quan-tri/gio-mo-cua': 'Giờ mở cửa',
    '/quan-tri/muc-tieu': 'Mục tiêu và số phiếu tối thiểu',
    '/quan-tri/quy-tac': 'Quy tắc không tính phiếu',
    '/quan-tri/sipas': 'Chỉ số hài lòng nơi khác công bố',
    '/quan-tri/phieu': 'Mẫu phiếu',
    '/lanh-dao/viec-da-sua': 'Việc đã sửa theo góp ý',
    '/quan-tri/luu-giu': 'Lưu giữ góp ý',
    '/quan-tri/khoa-api': 'Khóa cho phần mềm',
    '/quan-tri/nhat-ky': 'Nhật ký',
  } as Readonly<Record<string, string>>,
  external: { sipas: 'SIPAS', 'dvcqg-766': 'Bộ chỉ số 766' },
  values: {
    none: 'chưa có',
    counters: (n: number) => `${count(n)} quầy đang mở`,
    people: (n: number) => `${count(n)} tài khoản`,
    usualHours: 'giờ hành chính',
    since: (day: string) => `áp dụng từ ${day}`,
    minimum: (n: number) => `từ ${count(n)} phiếu`,
    rules: (n: number) => `${count(n)} quy tắc đang bật`,
    months: (n: number) => `${count(n)} tháng`,
    keys: (n: number) => `${count(n)} khóa đang dùng`,
    acts: (n: number) => `hôm nay ${count(n)} việc`,
  },
};
