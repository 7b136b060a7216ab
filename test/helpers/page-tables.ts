/** Text of a page with single spaces, without styles, scripts and SVG. */
export const readText = (html: string): string =>
  unescapeText(
    html
      .replace(/<(style|script|svg|head)\b[\s\S]*?<\/\1>/g, ' ')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' '),
  ).trim();

const unescapeText = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** Table rows that begin with a heading (`name`), with the texts of their other cells. */
export function readRows(html: string): { readonly name: string; readonly cells: readonly string[] }[] {
  const rows = html.match(/<tr>[\s\S]*?<\/tr>/g) ?? [];
  return rows.flatMap((row) => {
    const name = /<th scope="row">([\s\S]*?)<\/th>/.exec(row)?.[1];
    if (name === undefined) return [];
    const cells = [...row.matchAll(/<td\b[^>]*>([\s\S]*?)<\/td>/g)].map(([, cell = '']) => readText(cell));
    return [{ name: readText(name), cells }];
  });
}
