import { parseRoles, type Role } from '../../server/staff/role.ts';
import { insertUser, updatePasswordHash } from '../../server/staff/user.store.ts';
import type { User } from '../../server/staff/user.ts';
import type { TestApp } from './test-app.ts';

/** Password of all people whom `addPerson` adds. */
export const PASSWORD = 'bốn quyển vở mới';

/** Missing properties get made-up values. */
export type PersonToAdd = Partial<Pick<User, 'name' | 'counters' | 'is_active'>> & {
  readonly role: Role;
  /** Further roles of the person. */
  readonly also?: readonly Role[];
};

let added = 0;

export async function addPerson(
  testApp: TestApp,
  { role, also = [], name, counters = null, is_active = true }: PersonToAdd,
): Promise<User> {
  added += 1;
  const user: User = {
    id: added.toString(16).padStart(32, '0'),
    name: name ?? `${role}-${added}`,
    full_name: `Người ${added}`,
    roles: parseRoles([role, ...also]),
    counters,
    is_active,
    has_password: true,
    created_at: '2024-01-29T08:00:00+07:00',
  };
  const hash = await testApp.context.passwords.hash(PASSWORD);
  await testApp.context.db.transaction().execute(async (trx) => {
    await insertUser(trx, user);
    await updatePasswordHash(trx, user.id, hash);
  });
  return user;
}

/** A browser with cookies and an IP address of its own. It does not follow redirects. */
export interface TestBrowser {
  readonly cookies: Map<string, string>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(
    path: string,
    fields: Readonly<Record<string, string | readonly string[]>>,
    headers?: Record<string, string>,
  ): Promise<Response>;
  /** `type` is the content type of `body`. */
  postBody(path: string, body: string, type: string): Promise<Response>;
  signIn(name: string, password?: string): Promise<Response>;
}

export function openBrowser(testApp: TestApp, address = '192.0.2.1'): TestBrowser {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (cookies.size > 0) {
      headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    }
    const incoming = { socket: { remoteAddress: address, remotePort: 50_000, remoteFamily: 'IPv4' } };
    const response = await testApp.app.request(`http://localhost${path}`, { ...init, headers }, { incoming });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  const browser: TestBrowser = {
    cookies,
    get: (path, headers = {}) => send(path, { headers }),
    post(path, fields, headers = {}) {
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries(fields)) {
        for (const single of [value].flat()) body.append(name, single as string);
      }
      return send(path, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/x-www-form-urlencoded',
          Origin: 'http://localhost',
          ...headers,
        },
        body: body.toString(),
      });
    },
    postBody: (path, body, type) =>
      send(path, { method: 'POST', headers: { 'Content-Type': type, Origin: 'http://localhost' }, body }),
    signIn: (name, password = PASSWORD) => browser.post('/dang-nhap', { name, password, next: '' }),
  };
  return browser;
}

/** Adds a person with this role and signs them in, in a new browser. */
export async function signInAs(
  testApp: TestApp,
  person: PersonToAdd,
  address?: string,
): Promise<TestBrowser & { readonly user: User }> {
  const user = await addPerson(testApp, person);
  const browser = openBrowser(testApp, address);
  const response = await browser.signIn(user.name);
  if (response.status !== 303) throw new Error(`signing in: ${response.status} ${await response.text()}`);
  return Object.assign(browser, { user });
}

export function codeOf(html: string): string {
  const code = /#ma=([\w-]{43})/.exec(html)?.[1];
  if (code === undefined) throw new Error('the page has no one-time address');
  return code;
}
