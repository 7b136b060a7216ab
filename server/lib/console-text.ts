/** False for an old Windows code page and for the C locale. */
export function canShowUnicode(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  if (platform === 'win32') {
    // Windows Terminal and editors show it; what the classic console can show depends on its code page.
    return Boolean(environment.WT_SESSION ?? environment.TERM_PROGRAM);
  }
  const locale = environment.LC_ALL || environment.LC_CTYPE || environment.LANG || '';
  return /utf-?8/i.test(locale);
}

export const toPlainAscii = (text: string): string =>
  text
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[–—]/g, '-')
    .replace(/\P{ASCII}/gu, '?');
