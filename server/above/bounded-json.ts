/** Thrown for a rejected response or file of another office; `code` is a key in `web/messages/pull.vi.ts`. */
export class BadAnswer extends Error {
  override readonly name = 'BadAnswer';
  constructor(readonly code: string) {
    super(code);
  }
}

/** A report has seven levels; deeper JSON is no report and could exhaust the parser's stack. */
const MAX_DEPTH = 32;
/** The longest list of a report has one item per day of a year. Limited, because Zod reports each invalid item. */
const MAX_ITEMS = 2_000;
const MAX_NUMBER_LENGTH = 20;

const IN_NUMBER = new Set([...'+-.0123456789Ee'].map((sign) => sign.charCodeAt(0)));
const [QUOTE, BACKSLASH, COMMA, OPENING, CLOSING] = [0x22, 0x5c, 0x2c, [0x5b, 0x7b], [0x5d, 0x7d]];

/** @throws BadAnswer `not-json`, `too-deep` or `too-large`; the limits are checked before parsing. */
export function parseBoundedJson(text: string): unknown {
  checkBounds(text);
  try {
    return JSON.parse(text);
  } catch {
    throw new BadAnswer('not-json');
  }
}

/** Scans each character once: a regular expression for strings takes quadratic time on unterminated ones. */
function checkBounds(text: string): void {
  const items: number[] = [];
  let numberLength = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (isInString) {
      if (sign === BACKSLASH) at += 1;
      else isInString = sign !== QUOTE;
      continue;
    }
    numberLength = IN_NUMBER.has(sign) ? numberLength + 1 : 0;
    if (numberLength > MAX_NUMBER_LENGTH) throw new BadAnswer('not-json');
    if (sign === QUOTE) isInString = true;
    else if (OPENING.includes(sign)) {
      if (items.push(0) > MAX_DEPTH) throw new BadAnswer('too-deep');
    } else if (CLOSING.includes(sign)) items.pop();
    else if (sign === COMMA) {
      const count = (items.pop() ?? 0) + 1;
      if (count >= MAX_ITEMS) throw new BadAnswer('too-large');
      items.push(count);
    }
  }
}
