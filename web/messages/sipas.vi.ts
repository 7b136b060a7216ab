/** Words of the page for the province's SIPAS figure. Vietnamese is the source. */
export const sipasVi = {
  title: 'Chỉ số SIPAS của tỉnh',
  task: 'Con số của tỉnh để nêu ở trang Lãnh đạo, kèm nguồn.',
  intro:
    'Trang này để ghi chỉ số SIPAS của tỉnh và nguồn công bố. Trang Lãnh đạo nêu con số này thành một dòng riêng, ghi rõ là đo cách khác; không kết quả nào của khảo sát được tính từ đó.',
  none: 'Chưa ghi chỉ số nào: trang Lãnh đạo không nêu dòng này.',
  year: 'Năm của chỉ số',
  yearHint: 'Bốn chữ số. Ví dụ: 2024.',
  percent: 'Chỉ số (%)',
  percentHint: 'Từ 0 đến 100, nhiều nhất hai chữ số sau dấu phẩy. Ví dụ: 83,94.',
  source: 'Nguồn',
  sourceHint: 'Văn bản hoặc trang công bố, có ngày; dài nhất 200 ký tự.',
  clear: 'Muốn bỏ dòng này, xin để trống cả ba ô rồi bấm Lưu.',
  button: 'Lưu',
  saved: 'Đã lưu.',
  faults: {
    'sipas-year-missing': 'Xin điền năm của chỉ số.',
    'sipas-year-form': 'Năm cần có bốn chữ số, từ 2012 đến năm nay.',
    'sipas-percent-missing': 'Xin điền chỉ số.',
    'sipas-percent-form': 'Chỉ số cần là một số từ 0 đến 100, nhiều nhất hai chữ số sau dấu phẩy.',
    'sipas-source-missing': 'Xin điền nguồn công bố.',
    'sipas-source-form': 'Nguồn dài quá 200 ký tự.',
    unknown: 'Có một chỗ chưa đúng. Xin xem lại.',
  } as Record<string, string>,
};
