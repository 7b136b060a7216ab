/** Text of the page without styles, scripts and tags. Decodes only the five entities that our server writes. */
export function textOf(html: string): string {
  return html
    .replace(/<(style|script)\b[^>]*>[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => {
      const characters: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
      return characters[name] ?? '';
    })
    .replace(/\s+/g, ' ')
    .replace(/ ([.,:;)])/g, '$1')
    .trim();
}

/** From the start tag to the first end tag, so the element must not contain another `tag`. */
export function elementOf(html: string, tag: string, className: string): string {
  const start = new RegExp(`<${tag} class="[^"]*\\b${className}\\b[^"]*"`).exec(html)?.index;
  if (start === undefined) throw new Error(`no <${tag} class="${className}">`);
  return html.slice(start, html.indexOf(`</${tag}>`, start));
}

/** Faults that no page may have, one line each. */
export function faultsOf(html: string): string[] {
  const faults: string[] = [];
  const text = textOf(html);
  if (!html.startsWith('<!doctype html><html')) faults.push('does not start as a document');
  for (const word of ['undefined', 'NaN', 'null', '[object'])
    if (text.includes(word)) faults.push(`says ${word}`);
  if (/\sstyle="/.test(html)) faults.push('has a style attribute, which the policy forbids');
  if (/\son[a-z]+="/.test(html)) faults.push('has an event attribute, which the policy forbids');
  if (/(?:src|srcset|poster)="(?!data:)/.test(html)) faults.push('loads a second file');
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
  for (const id of new Set(ids))
    if (ids.filter((other) => other === id).length > 1) faults.push(`has id ${id} twice`);
  for (const [, list = ''] of html.matchAll(/\saria-(?:labelledby|describedby)="([^"]+)"/g)) {
    for (const id of list.split(' '))
      if (!ids.includes(id)) faults.push(`refers to id ${id}, which is not there`);
  }
  return faults;
}
