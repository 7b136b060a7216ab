/** A figure with a comma or a point, at most two decimals; thousands are not grouped. */
const DECIMAL = /^\d{1,4}(?:[.,]\d{1,2})?$/;
/** A whole number; its thousands may be grouped by a point, as Vietnamese writes them. */
const WHOLE = /^(\d{1,5}|\d{1,2}\.\d{3})$/;

/** The number that a person typed; NaN for anything else. */
export function parseTypedNumber(text: string, isDecimal: boolean): number {
  const typed = text.trim();
  if (!(isDecimal ? DECIMAL : WHOLE).test(typed)) return Number.NaN;
  return Number(isDecimal ? typed.replace(',', '.') : typed.replace('.', ''));
}
