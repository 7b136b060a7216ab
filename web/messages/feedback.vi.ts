import { formatCount } from '../formatting/numbers.ts';

const count = (n: number): string => formatCount(n, 'vi');

export const feedbackVi = {
  states: {
    unread: 'Chưa đọc',
    read: 'Đã đọc',
    handled: 'Đã xử lý',
    outside: 'Ngoài thẩm quyền',
  } as Record<string, string>,

  comments: {
    title: 'Góp ý',
    explain:
      'Góp ý không ghi tên, không gắn với phiếu nào, không theo thứ tự gửi; hiện theo từng đợt từ 5 phiếu. Dấu ••• là chỗ đã che trước khi lưu. Không trả lời người gửi qua phần mềm này được: phản ánh, kiến nghị cần trả lời thuộc Cổng Dịch vụ công quốc gia; khiếu nại, tố cáo phải gửi đơn.',
    maskedSpoken: ' (đã che)',
    statesLabel: 'Lọc theo tình trạng',
    all: 'Tất cả',

    searchLabel: 'Từ cần tìm',
    searchHint: 'Tìm, không cần gõ dấu',
    counterLabel: 'Quầy',
    allCounters: 'Tất cả các quầy',
    searchButton: 'Tìm',
    clear: 'Bỏ lọc, xem góp ý chưa đọc',
    listHeading: 'Danh sách góp ý',
    marked: (state: string, user: string, day: string, code: string) =>
      `${state}: ${user}, ${day}, mã ${code}`,
    readAll: 'Đọc cả',
    /** CSS appends the number of ticked comments. */
    picked: 'Đang chọn',
    wholePage: (n: number) => `Chọn cả trang (${count(n)})`,
    /** The page appends the name of the new state. */
    moved: (n: number) => `Đã chuyển ${count(n)} góp ý sang`,
    undone: (n: number) => `Đã chuyển ${count(n)} góp ý về tình trạng trước.`,
    undo: 'Hoàn tác',
    none: 'Chưa có góp ý nào để xem',
    noneFound: 'Không tìm thấy góp ý nào',
    allRead: (n: number) => `Đã đọc hết ${count(n)} góp ý`,
    nextOnes: 'Góp ý mới hiện sớm nhất vào ngày hôm sau, khi quầy có từ 5 phiếu mới.',
    seeRead: (n: number) => `Xem ${count(n)} góp ý đã đọc`,
    page: (page: number, pages: number) => `Trang ${count(page)}/${count(pages)}`,
    previous: 'Trang trước',
    next: 'Trang sau',
  },
};
