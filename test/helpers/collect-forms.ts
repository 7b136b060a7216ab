import { makePhoneLink } from '../../server/staff/make-link.ts';
import type { Visitor } from '../../server/staff/permissions.ts';
import { addPerson, openBrowser, signInAs, type TestBrowser } from './staff-client.ts';
import type { TestApp } from './test-app.ts';

export async function openAs(testApp: TestApp, visitor: Visitor): Promise<TestBrowser> {
  if (visitor === 'none') return openBrowser(testApp);
  if (visitor !== 'remembered') return signInAs(testApp, { role: visitor });
  const leader = await addPerson(testApp, { role: 'leader' });
  const code = await makePhoneLink(testApp.context, leader, leader);
  const phone = openBrowser(testApp);
  await phone.post('/dang-nhap/dien-thoai', { code });
  return phone;
}

/** `path` is a route's pattern; its parameters are replaced by ids that exist. */
export async function addressOf(testApp: TestApp, path: string): Promise<string> {
  if (!path.includes(':')) return path;
  const person = await addPerson(testApp, { role: 'leader' });
  const counter = testApp.counters[0]!.code;
  return path
    .replace(/:file\{[^}]*\}/, `${counter}.svg`)
    .replace(':counter', counter)
    .replace(':slip', '2222-2222-2222')
    .replace(':unit', 'dong-son')
    .replace(':period', '2024-W05')
    .replace(':phone', 'f'.repeat(32))
    .replace(':rule', 'repeat-device')
    .replace(':entry', '2024-01-29_2024-02-04_all')
    .replace(':id', person.id);
}

export type Fields = readonly (readonly [name: string, value: string])[];

const attributeOf = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** By form action: the values in the page, or plausible ones for empty fields. */
export function listPostForms(html: string): ReadonlyMap<string, Fields> {
  const forms = new Map<string, Fields>();
  for (const [form] of html.matchAll(/<form\b[\s\S]*?<\/form>/g)) {
    const [head = ''] = /<form\b[^>]*>/.exec(form) ?? [];
    if (attributeOf(head, 'method') !== 'post') continue;
    forms.set(attributeOf(head, 'action') ?? '', listFields(form));
  }
  return forms;
}

function listFields(form: string): Fields {
  const fields = new Map<string, string>();
  for (const [tag] of form.matchAll(/<(?:input|button|textarea)\b[^>]*>/g)) {
    const name = attributeOf(tag, 'name');
    if (name === undefined || fields.has(name)) continue;
    const value = attributeOf(tag, 'value');
    fields.set(name, value === undefined || value === '' ? '5' : value);
  }
  for (const [select] of form.matchAll(/<select\b[\s\S]*?<\/select>/g)) {
    const name = attributeOf(select, 'name');
    const options = [...select.matchAll(/<option\b[^>]*>/g)].map(([tag]) => attributeOf(tag, 'value') ?? '');
    if (name !== undefined) fields.set(name, options.at(-1) ?? '');
  }
  return [...fields];
}
