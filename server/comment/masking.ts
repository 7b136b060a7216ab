/**
 * Mask for Vietnamese phone numbers, citizen identity numbers (9 or 12 digits) and e-mail addresses in comments,
 * however they are spaced. Amounts of money, dates and other dossier numbers stay readable.
 */
const MASK = '•••';

/** Characters between the digits of a number, invisible ones included. */
const SEPARATORS = '[\\s.\\-‐‑–—()_\\u00ad\\u200b-\\u200d\\u2060]{1,3}';
const RUN = new RegExp(`\\+?\\d+(?:${SEPARATORS}\\d+)*`, 'gu');
const EMAIL = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;

/** Maximum number of digit groups that are tried together as one number; the longest number has as many digits. */
const MAX_GROUPS = 15;

/** Mobile and landline numbers, with or without country code, and hotlines. */
const isPhone = (digits: string): boolean =>
  /^0(?:[3-9]\d{8}|2\d{8,9})$/.test(digits) ||
  /^(?:00)?84[2-9]\d{8,9}$/.test(digits) ||
  /^1[89]00\d{4,6}$/.test(digits);
const isMobile = (digits: string): boolean => /^0[35789]\d{8}$/.test(digits);
const isMoney = (text: string): boolean => /^[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(text);

/** Citizen identity numbers have 9 (old) or 12 digits, written in one piece or in groups of three or four. */
function isIdentity(groups: readonly string[]): boolean {
  const { length } = groups.join('');
  const size = groups[0]?.length ?? 0;
  const isEven = groups.length === 1 || (size >= 3 && groups.every((group) => group.length === size));
  return (length === 9 || length === 12) && isEven;
}

export function maskPersonalDetails(text: string): string {
  return text
    .replace(EMAIL, MASK)
    .replace(RUN, (run, offset: number, whole: string) => {
      // Digits after a letter are part of a code, unless they form a complete mobile number.
      const isCode = /\p{L}$/u.test(whole.slice(0, offset));
      return maskPieces(run, (groups) =>
        isCode ? groups.length === 1 && isMobile(groups.join('')) : isPhone(groups.join('')),
      );
    })
    .replace(RUN, (run, offset: number, whole: string) => {
      if (/\p{L}$/u.test(whole.slice(0, offset))) return run;
      const masked = maskPieces(run, isIdentity);
      // Digits in other groupings are masked only if there are exactly 9 or 12 of them.
      const digits = run.replace(/\D/g, '');
      return masked === run && /^(?:\d{9}|\d{12})$/.test(digits) && !isMoney(run) ? MASK : masked;
    });
}

/** Masks, from each digit group on, the longest sequence of groups that `isPersonal` accepts. */
function maskPieces(run: string, isPersonal: (groups: readonly string[]) => boolean): string {
  const groups = [...run.matchAll(/\+?\d+/g)].map(({ 0: text, index }) => ({
    digits: text.replace('+', ''),
    from: index,
    to: index + text.length,
  }));
  let masked = '';
  let keptFrom = 0;
  for (let first = 0; first < groups.length; first += 1) {
    const found = groups.slice(first, first + MAX_GROUPS).findLastIndex(({ to }, length, rest) => {
      const piece = run.slice(rest[0]?.from, to);
      return !isMoney(piece) && isPersonal(rest.slice(0, length + 1).map(({ digits }) => digits));
    });
    if (found < 0) continue;
    masked += run.slice(keptFrom, groups[first]?.from) + MASK;
    first += found;
    keptFrom = groups[first]?.to ?? run.length;
  }
  return masked + run.slice(keptFrom);
}
