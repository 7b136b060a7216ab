import { formatCount } from '../formatting/numbers.ts';

const count = (n: number): string => formatCount(n, 'vi');

export const setupVi = {
  title: 'Thiết lập ban đầu',
  intro: 'Khoảng 3 phút, tất cả đều sửa được sau. Phiếu khảo sát đang chạy thử.',
  unit: '1. Đơn vị',
  counters: '2. Quầy',
  countersHint: 'Đánh dấu quầy đang có, sửa tên cho đúng biển ở quầy.',
  isOpen: (name: string) => `Có quầy ${name}`,
  name: (n: number) => `Tên quầy ${count(n)}`,
  another: 'Quầy khác',
  receivers: '3. Nơi nhận số liệu',
  target: '4. Mục tiêu',
  percent: 'Tỷ lệ hài lòng (%)',
  percentHint: 'Mới là đề xuất cho tới khi có văn bản.',
  ownRoles: '5. Ông/Bà có kiêm việc khác không?',
  ownRolesHint: 'Đơn vị ít người: một tài khoản làm được nhiều việc. Nhật ký ghi tên tài khoản.',
  ownFactorFirst: 'Vai trò này cần xác thực hai bước. Vui lòng bật ở trang Tài khoản trước.',
  button: 'Lưu',
  later: 'Để sau',
  usualCounters: ['Văn hóa – xã hội', 'Kinh tế, nông nghiệp', 'Đăng ký hộ kinh doanh'],
};
