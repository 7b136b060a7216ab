import { formatDay } from '../formatting/dates.ts';

/** Parameters are days, `YYYY-MM-DD`. */
export const clockVi = {
  ask: (shown: string) => `Hôm nay là ngày ${formatDay(shown, 'vi')}, đúng không?`,
  ahead: (shown: string, believed: string) =>
    `Máy chủ đang ghi ngày ${formatDay(shown, 'vi')}, còn số liệu gần nhất cho thấy hôm nay là ${formatDay(believed, 'vi')}. Phiếu vẫn được nhận và ghi vào ngày ${formatDay(believed, 'vi')}.`,
  waits: 'Việc khóa số liệu, chốt báo cáo và xóa góp ý cũ chờ câu trả lời; sao lưu vẫn làm.',
  voids: (shown: string) =>
    `Số liệu đã chốt từ ngày ${formatDay(shown, 'vi')} trở đi sẽ được chốt lại khi các ngày đó đã qua. Việc này hiện công khai ở trang kết quả.`,
  ifWrong: 'Nếu không đúng, hãy đặt lại giờ của máy; câu hỏi này sẽ tự mất.',
  yes: (shown: string) => `Đúng, hôm nay là ngày ${formatDay(shown, 'vi')}`,
  faults: {
    'day-differs': 'Đồng hồ của máy vừa sang ngày khác. Vui lòng xem lại ngày rồi trả lời.',
  } as Record<string, string>,
  confirmed: 'Đã ghi nhận. Máy chủ làm việc hằng ngày còn lại trong vài phút.',
  differs: (shown: string) =>
    `Đồng hồ của máy đang là ngày ${shown}. Nếu đúng là hôm nay: hailong clock confirm ${shown}. Nếu không, hãy đặt lại giờ của máy.`,
};
