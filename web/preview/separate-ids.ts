const REFERENCES = /(\s(?:for|headers|aria-(?:labelledby|describedby|controls|owns|details))=")([^"]*)(")/g;

/**
 * Prefixes ids and the references to them, so that one document can contain several states. Ids of SVG
 * patterns stay, because style sheets refer to them.
 */
export function separateIds(html: string, prefix: string): string {
  const own = new Set<string>();
  const renamed = html
    .replace(/<(?!pattern)(\w+)\b([^>]*?\s)id="([^"]+)"/g, (_, tag: string, rest: string, id: string) => {
      own.add(id);
      return `<${tag}${rest}id="${prefix}${id}"`;
    })
    // Radio buttons with equal names would be one group over all states.
    .replace(/(<input\b[^>]*?\sname=")([^"]+)"/g, `$1${prefix}$2"`);
  const rename = (id: string) => (own.has(id) ? `${prefix}${id}` : id);
  return renamed
    .replace(REFERENCES, (_, before: string, ids: string, after: string) => {
      return `${before}${ids.split(' ').map(rename).join(' ')}${after}`;
    })
    .replace(/(\shref="#)([^"]+)"/g, (_, before: string, id: string) => `${before}${rename(id)}"`);
}
