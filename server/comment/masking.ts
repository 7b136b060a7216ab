/**
 * Hides what would name a person in a comment before it is stored: Vietnamese phone numbers and
 * citizen identity numbers (9 or 12 digits), however they are spaced, and e-mail addresses. Amounts of
 * money, dates and dossier numbers of other lengths stay readable.
 */
const MASK = '•••';

/** Digits with the separators that people type between them; a sign or letter beside them is kept out. */
const NUMBER = /(?<![\p{L}\d])\+?\d(?:[ .\-–()]{0,2}\d){7,17}(?!\d)/gu;
const EMAIL = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;

const isPhone = (digits: string): boolean =>
  /^(?:0|84|0084)[2-9]\d{8,9}$/.test(digits) || /^1[89]00\d{4,6}$/.test(digits);
const isIdentity = (digits: string): boolean => /^\d{9}$/.test(digits) || /^\d{12}$/.test(digits);
const isMoney = (text: string): boolean => /^[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(text);

/** The comment with personal numbers and addresses replaced by a mask; everything else untouched. */
export function maskPersonalDetails(text: string): string {
  return text.replace(EMAIL, MASK).replace(NUMBER, (found) => {
    const digits = found.replace(/\D/g, '');
    if (isMoney(found)) return found;
    return isPhone(digits) || isIdentity(digits) ? MASK : found;
  });
}
