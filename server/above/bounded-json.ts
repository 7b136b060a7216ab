/** An answer that is not used; `code` is a key of the words in `web/messages/pull.vi.ts`. */
export class BadAnswer extends Error {
  override readonly name = 'BadAnswer';
  constructor(readonly code: string) {
    super(code);
  }
}

/** A report has seven levels; a deeper answer is not one, and could exhaust the parser's stack. */
const MAX_DEPTH = 32;
const MAX_NUMBER_LENGTH = 20;

/** @throws BadAnswer `not-json` or `too-deep`, before anything is parsed that is too deep or has too long a number. */
export function parseBoundedJson(text: string): unknown {
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{]|[\]}]|-?[\d.eE+]+/gs)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    else if (!token.startsWith('"') && token.length > MAX_NUMBER_LENGTH) throw new BadAnswer('not-json');
    if (depth > MAX_DEPTH) throw new BadAnswer('too-deep');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new BadAnswer('not-json');
  }
}
