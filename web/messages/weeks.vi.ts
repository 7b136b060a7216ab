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
  running: 'Tuần này chưa xong: các con số còn đổi.',

  praise: {
    heading: 'Tuần này bà con khen',
    item: (name: string, satisfied: number, answered: number) =>
      satisfied === answered
        ? `${name}: cả ${count(answered)} người trả lời đều hài lòng.`
        : `${name}: ${count(satisfied)} trong ${count(answered)} người hài lòng.`,
    risen: (name: string, points: string) => `${name}: tăng rõ ${points} điểm so với tuần trước.`,
  },

  choose: {
    heading: 'Chọn tuần khác',
    label: 'Các tuần đã có khảo sát',
    month: (month: string, year: string) => `Tháng ${month}/${year}`,
    running: 'đang diễn ra',
  },
};

export type WeekMessages = typeof weeksVi;
