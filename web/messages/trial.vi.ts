export const trialVi = {
  until: (day: string) => ` đến hết ngày ${day}`,
  over: (day: string) => ` đã hết hạn ngày ${day}, phiếu khảo sát tạm đóng`,
  atOnce: 'Mỗi phiếu hiện ngay; tất cả sẽ bị xóa khi bắt đầu chính thức.',
  toStart: 'Việc còn lại',
};
