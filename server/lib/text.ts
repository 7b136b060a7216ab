/**
 * Text from outside in the one form that is stored and compared: NFC, line ends as `\n`, no control
 * characters, no lone surrogates, no white space at the ends. Never refused for its form: a citizen
 * cannot know which of two codings of "ộ" the phone sends.
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
 * The same for what is one line: a name, a title. Every run of white space becomes one space. Characters that
 * nobody sees go: with some of them two names look the same, with others the rest of a public line reads
 * backwards. In a comment they stay, as emoji are made with them.
 */
export const normaliseLine = (text: string): string =>
  normaliseText(text)
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Cuts to at most `limit` code points, never through the middle of one. */
export function truncateText(text: string, limit: number): string {
  const points = Array.from(text);
  return points.length <= limit ? text : points.slice(0, limit).join('').trimEnd();
}
