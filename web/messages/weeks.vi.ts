import { formatCount } from '../formatting/numbers.ts';

const count = (n: number): string => formatCount(n, 'vi');

export const weeksVi = {
  future: {
    heading: 'Tuần này chưa đến',
    text: (day: string) => `Tuần bắt đầu ngày ${day}. Đến lúc đó mới có phiếu.`,
  },
  beforeOpening: {
    heading: 'Tuần này chưa có khảo sát',
    text: (day: string) => `Đơn vị bắt đầu khảo sát từ ngày ${day}.`,
  },
  running: 'Tuần này chưa hết, số liệu còn thay đổi.',
  most: (name: string, n: number) => `Nhiều nhất: ${name} (${count(n)} phiếu)`,
  answeredMore: (least: number, all: number) =>
    `Ít nhất ${count(least)} trong ${count(all)} phiếu trả lời thêm ngoài câu đầu.`,
  quiet: {
    week: 'Tuần này chưa đủ 5 phiếu nên chưa có kết quả.',
    fourWeeks: 'Trong 4 tuần gần đây chưa đủ 5 phiếu nên chưa có kết quả.',
    offer: 'Xem 4 tuần gần đây',
  },
  comments: {
    heading: 'Góp ý chưa đọc',
    read: (n: number) => `Đọc ${count(n)} góp ý`,
  },

  line: {
    copy: 'Chép',
    heading: 'Câu để báo cáo, tải tệp',
    said: 'Chép câu, Excel, CSV',
    byHand: 'Chép: nhấn giữ câu trên rồi chọn Sao chép. In: bấm Ctrl + P, vừa một tờ A4.',
  },

  praise: {
    heading: 'Điểm được hài lòng cao trong tuần',
    item: (name: string, satisfied: number, answered: number) =>
      satisfied === answered
        ? `${name}: cả ${count(answered)} phiếu đều hài lòng.`
        : `${name}: ${count(satisfied)} trong ${count(answered)} phiếu hài lòng.`,
    risen: (name: string, points: string) => `${name}: tăng rõ ${points} điểm so với tuần trước.`,
  },

  choose: {
    fourWeeks: '4 tuần gần đây',
    month: (month: string, year: string) => `Tháng ${month}/${year}`,
    running: 'đang diễn ra',
  },
};

export type WeekMessages = typeof weeksVi;
