/** A page's text with collapsed white space, without styles, scripts and drawings. */
export const readText = (html: string): string =>
  unescapeText(
    html
      .replace(/<(style|script|svg|head)\b[\s\S]*?<\/\1>/g, ' ')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' '),
  ).trim();

const unescapeText = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** All table rows whose first cell is a heading: its text, and the texts of the other cells. */
export function readRows(html: string): { readonly name: string; readonly cells: readonly string[] }[] {
  const rows = html.match(/<tr>[\s\S]*?<\/tr>/g) ?? [];
  return rows.flatMap((row) => {
    const name = /<th scope="row">([\s\S]*?)<\/th>/.exec(row)?.[1];
    if (name === undefined) return [];
    const cells = [...row.matchAll(/<td\b[^>]*>([\s\S]*?)<\/td>/g)].map(([, cell = '']) => readText(cell));
    return [{ name: readText(name), cells }];
  });
}
