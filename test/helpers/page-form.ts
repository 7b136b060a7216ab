/** Fields that a browser would submit for the unchanged form of a page. */
export type FormFields = Record<string, string[]>;

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
};

const unescapeHtml = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#39|#x27);/g, (entity) => ENTITIES[entity] ?? entity);

const attribute = (tag: string, name: string): string | undefined => {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : unescapeHtml(value);
};

/** Hidden fields, checked radios and boxes, and text areas. Supports only our own markup. */
export function readForm(html: string): FormFields {
  const form = /<form id="survey"[\s\S]*?<\/form>/.exec(html)?.[0];
  if (form === undefined) throw new Error('the page has no survey form');
  const fields: FormFields = {};
  for (const tag of form.match(/<input\b[^>]*>/g) ?? []) {
    const name = attribute(tag, 'name');
    if (name === undefined) throw new Error(`a field without a name: ${tag}`);
    if (attribute(tag, 'type') !== 'hidden' && !/\schecked(?=[\s>/=])/.test(tag)) continue;
    fields[name] = [...(fields[name] ?? []), attribute(tag, 'value') ?? 'on'];
  }
  for (const [, tag = '', text = ''] of form.matchAll(/(<textarea\b[^>]*>)([\s\S]*?)<\/textarea>/g)) {
    // A browser drops one line break directly after the tag.
    fields[attribute(tag, 'name') ?? ''] = [unescapeHtml(text.replace(/^\n/, ''))];
  }
  return fields;
}

/** Value of a one-line field; an empty one has no value in our markup. */
export function fieldValue(html: string, name: string): string {
  const tag = (html.match(/<input\b[^>]*>/g) ?? []).find((each) => attribute(each, 'name') === name);
  if (tag === undefined) throw new Error(`the page has no field ${name}`);
  return attribute(tag, 'value') ?? '';
}
