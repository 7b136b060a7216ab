/** `/api/v1/`: for programmers of other offices. */
export const apiPageVi = {
  title: 'Lấy số liệu bằng chương trình',
  lead: 'Các địa chỉ JSON dành cho cơ quan cấp trên. Mô tả chi tiết viết bằng tiếng Anh, như trong tệp OpenAPI.',
  key: 'Gửi khóa trong tiêu đề `Authorization: Bearer hl_…`. Khóa do người quản trị của đơn vị cấp. Không đặt khóa trong địa chỉ hay trong trang web.',
  document: 'Tệp OpenAPI 3.1',
  parameters: 'Tham số',
  required: 'bắt buộc',
  answers: 'Trả lời',
  example: 'Ví dụ, là trả lời thật của máy chủ với số liệu giả',
  isPublic: 'Không cần khóa.',
  /** Keys are operation ids of the OpenAPI document. */
  operations: {
    getReport: 'Báo cáo của một đơn vị trong một kỳ.',
    listReports: 'Báo cáo của mọi đơn vị mà khóa xem được; đơn vị chưa có báo cáo thì kèm lý do.',
    getTotals: 'Số cộng của các báo cáo đó, đã cộng bao nhiêu đơn vị và còn thiếu đơn vị nào.',
    listUnits: 'Các đơn vị mà khóa xem được.',
    listPeriods: 'Các kỳ đã chốt, từ khi nào.',
    getSurvey: 'Lời của một phiếu khảo sát: câu hỏi, nhóm tiêu chí, lý do.',
    getDescription: 'Mô tả này, dành cho chương trình.',
  } as Record<string, string>,
} as const;
