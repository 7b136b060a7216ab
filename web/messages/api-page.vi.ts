/** `/api/v1/`, for the programmer of the office above. */
export const apiPageVi = {
  title: 'Lấy số liệu bằng chương trình',
  lead: 'Trang này mô tả các địa chỉ JSON dành cho cơ quan cấp trên. Mô tả từng trường viết bằng tiếng Anh, như trong tệp OpenAPI.',
  key: 'Gửi khóa trong tiêu đề Authorization: Bearer hl_… Khóa do người quản trị của đơn vị cấp. Không đặt khóa trong địa chỉ hay trong trang web.',
  document: 'Tệp OpenAPI 3.1',
  parameters: 'Tham số',
  required: 'bắt buộc',
  answers: 'Trả lời',
  example: 'Ví dụ, là trả lời thật của máy chủ với số liệu giả',
  isPublic: 'Không cần khóa.',
} as const;
