/** What a browser would submit if nobody changed the form. */
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

/**
 * Hidden fields, checked radio buttons and checkboxes, and text areas. Understands only the HTML that our
 * server writes.
 */
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
    // Browsers drop a line break directly after the start tag.
    fields[attribute(tag, 'name') ?? ''] = [unescapeHtml(text.replace(/^\n/, ''))];
  }
  return fields;
}

/** Value of an `<input>`; '' if it has no `value`. */
export function fieldValue(html: string, name: string): string {
  const tag = (html.match(/<input\b[^>]*>/g) ?? []).find((each) => attribute(each, 'name') === name);
  if (tag === undefined) throw new Error(`the page has no field ${name}`);
  return attribute(tag, 'value') ?? '';
}
