/**
 * Normalises text for search, so that "dang ky" finds "Đăng ký": removes diacritics, converts to lower case, and
 * replaces each run of other characters by one space. "đ" has no Unicode decomposition and is replaced explicitly.
 */
export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\u0111/g, 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
