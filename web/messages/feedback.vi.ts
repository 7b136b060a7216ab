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
    intro: 'Góp ý của người dân; đọc xong thì đánh dấu việc đã làm.',
    explain:
      'Góp ý không ghi tên và không gắn với phiếu nào. Không trả lời người gửi qua phần mềm này được: phản ánh, kiến nghị cần trả lời thuộc Cổng Dịch vụ công quốc gia; khiếu nại, tố cáo phải gửi đơn.',
    whenHeading: 'Khi nào góp ý hiện ra',
    when: [
      'Sớm nhất là ngày hôm sau, và chỉ khi quầy đó có ít nhất 5 phiếu trong tuần.',
      'Các góp ý hiện theo từng đợt, mỗi đợt từ 5 phiếu mới trở lên; phần còn lại hiện khi tuần đã chốt. Nhờ vậy không ai đoán được góp ý của một người.',
      'Quầy có ít hơn 5 phiếu trong cả tuần thì góp ý của tuần đó không hiện.',
      'Trong một tuần, thứ tự là ngẫu nhiên: góp ý đứng trước không phải là gửi trước.',
    ],
    masked: 'Chỗ ••• là số điện thoại, số giấy tờ hoặc địa chỉ thư điện tử đã được che trước khi lưu.',
    maskedSpoken: ' (đã che)',
    statesLabel: 'Lọc theo tình trạng',
    all: 'Tất cả',
    stateWithCount: (name: string, n: number) => `${name} (${count(n)})`,

    searchFold: 'Tìm theo từ hoặc theo quầy',
    searchLabel: 'Từ cần tìm',
    searchHint: 'Không cần gõ dấu: “dang ky” tìm được “đăng ký”.',
    counterLabel: 'Quầy',
    allCounters: 'Tất cả các quầy',
    searchButton: 'Tìm',
    clear: 'Bỏ lọc, xem tất cả',
    listHeading: 'Danh sách góp ý',
    reference: (code: string) => `Mã ${code}`,
    state: (name: string) => `Tình trạng: ${name}`,
    markedBy: (user: string, day: string) => `${user} đánh dấu ngày ${day}`,
    markAs: 'Đánh dấu:',
    markPage: 'Đánh dấu đã đọc mọi góp ý chưa đọc ở trang này',
    none: 'Chưa có góp ý nào để xem.',
    noneFound: 'Không tìm thấy góp ý nào.',
    page: (page: number, pages: number) => `Trang ${count(page)}/${count(pages)}`,
    previous: 'Trang trước',
    next: 'Trang sau',
  },
};
