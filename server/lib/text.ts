/**
 * Input text in the form that is stored and compared: NFC, `\n` line ends, no control characters, no lone surrogates,
 * trimmed. Text is never rejected for its encoding: a citizen cannot know which of two encodings of "ộ" the phone
 * sends.
 */
export function normaliseText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)[\p{Cc}\u2028\u2029\ufffd]/gu, ' ')
    .trim();
}

/**
 * For one line, such as a name: white space collapses, and invisible format characters are removed. They could make
 * two names look the same or reverse the rest of a public line. Comments keep them, because emoji need them.
 */
export const normaliseLine = (text: string): string =>
  normaliseText(text)
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

/** `limit` is in code points; never splits one. */
export function truncateText(text: string, limit: number): string {
  const points = Array.from(text);
  return points.length <= limit ? text : points.slice(0, limit).join('').trimEnd();
}
