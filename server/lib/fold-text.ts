/**
 * Normalises text for search, so that "dang ky" finds "Đăng ký": no diacritics, lower case, other characters
 * collapsed to one space. "đ" has no decomposition and is replaced explicitly.
 */
export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\u0111/g, 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
