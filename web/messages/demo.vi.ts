/** What a year in the demonstration would have left in its database; none of it is the product's own sentence. */
export const demoVi = {
  /** What made-up citizens write. */
  comments: [
    'Cán bộ hướng dẫn tận tình, dễ hiểu. Cảm ơn xã.',
    'Phải chờ lâu quá, đề nghị có thêm ghế ngồi.',
    'Đăng ký khai sinh cho cháu nhanh, đúng hẹn.',
    'Giấy hẹn ghi ngày thứ năm mà thứ sáu vẫn chưa có, phải đi lại hai lần.',
    'Máy lấy số hay hỏng, người già không biết bấm.',
    'Nên có người ngồi sẵn hướng dẫn nộp hồ sơ qua mạng.',
    'Thái độ vui vẻ, lịch sự.',
    'Bảng niêm yết thủ tục chữ nhỏ, treo cao, khó đọc.',
    'Chứng thực bản sao làm ngay trong buổi, rất tốt.',
    'Trời nóng mà phòng chờ chỉ có một cái quạt.',
    'Mong xã trả lời rõ vì sao hồ sơ đất của tôi phải bổ sung nhiều lần. Số của tôi 0912 345 678.',
    'Đường vào trụ sở bị ngập mỗi khi mưa, xe máy không có chỗ để.',
    'Cần thêm bút và kính lão ở bàn viết.',
    'Đăng ký kết hôn: cán bộ nói đủ một lần, không phải quay lại.',
  ],
  /** A counter that is opened and merged again. */
  mergedCounter: 'Tiếp nhận lưu động tại thôn',
  /** Whose program has a key. */
  keyHolder: 'Phòng Nội vụ huyện',
};
