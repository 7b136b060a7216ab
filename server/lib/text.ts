/**
 * Normalises input text before it is stored or compared: NFC, `\n` line ends, no control characters, no lone
 * surrogates, trimmed. Text is never rejected for its encoding: a citizen cannot know which of two encodings of "ộ"
 * the phone sends.
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
 * Normalises text of one line, such as a name: white space collapses, and invisible format characters are removed,
 * because they could make two names look equal or reverse the rest of a line. Not for comments of citizens, because
 * emoji need format characters.
 */
export const normaliseLine = (text: string): string =>
  normaliseText(text)
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

/** `limit` is in Unicode code points. */
export function truncateText(text: string, limit: number): string {
  const points = Array.from(text);
  return points.length <= limit ? text : points.slice(0, limit).join('').trimEnd();
}
