/**
 * Text as it is searched: without marks and capitals, every run of anything but letters and digits one
 * space, so that "dang ky" finds "Đăng ký". The letter đ has no mark that could be taken off; it is named.
 */
export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\u0111/g, 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
