import { describe, expect, it } from 'vitest';
import { makePhoneLink } from '../../server/staff/make-link.ts';
import { checkPermissions, PERMISSIONS, VISITORS } from '../../server/staff/permissions.ts';
import { addressOf, listPostForms, openAs } from '../helpers/collect-forms.ts';
import { addPerson, openBrowser, signInAs } from '../helpers/staff-client.ts';
import { createTestApp } from '../helpers/test-app.ts';

/** Whether the permission check refused the request; other responses come from the route. */
function isRefused(response: Response, method: string): boolean {
  if (response.status === 403) return true;
  const target = response.headers.get('location') ?? '';
  return response.status === 303 && (method === 'GET' ? /^\/dang-nhap\?tiep=/ : /^\/dang-nhap$/).test(target);
}

describe('every visitor on every route', () => {
  it.each(VISITORS)('%s gets what the table says', async (visitor) => {
    const testApp = await createTestApp();
    const wrong: string[] = [];
    for (const { method, path, visitors } of PERMISSIONS) {
      // Signing out redirects to the same page as a refusal and ends the session; it has its own test.
      if (path === '/dang-xuat') continue;
      const browser = await openAs(testApp, visitor);
      const address = await addressOf(testApp, path);
      const response = method === 'GET' ? await browser.get(address) : await browser.post(address, {});
      const expected = !visitors.includes(visitor);
      if (isRefused(response, method) !== expected) wrong.push(`${method} ${address}: ${response.status}`);
      if (response.status >= 500) wrong.push(`${method} ${address}: ${response.status}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ['leader', 'administrator'],
    ['staff', 'leader'],
    ['staff', 'administrator'],
    ['staff', 'leader', 'administrator'],
  ] as const)('%s and %s in one account get what the table gives any of them', async (role, ...also) => {
    const testApp = await createTestApp();
    const wrong: string[] = [];
    for (const { method, path, visitors } of PERMISSIONS) {
      if (path === '/dang-xuat') continue;
      const browser = await signInAs(testApp, { role, also });
      const address = await addressOf(testApp, path);
      const response = method === 'GET' ? await browser.get(address) : await browser.post(address, {});
      const expected = ![role, ...also].some((one) => visitors.includes(one));
      if (isRefused(response, method) !== expected) wrong.push(`${method} ${address}: ${response.status}`);
      if (response.status >= 500) wrong.push(`${method} ${address}: ${response.status}`);
    }
    expect(wrong).toEqual([]);
  });

  it('shows the pages of all roles in the navigation, and begins with the figures', async () => {
    const testApp = await createTestApp();
    const browser = await signInAs(testApp, { role: 'staff', also: ['leader', 'administrator'] });
    const html = await (await browser.get('/lanh-dao')).text();
    for (const page of ['/lanh-dao', '/can-bo', '/can-bo/giao-dich', '/quan-tri'])
      expect(html).toContain(`href="${page}"`);
    expect((await openBrowser(testApp).signIn(browser.user.name)).headers.get('location')).toBe('/lanh-dao');
    const clerk = await addPerson(testApp, { role: 'staff', also: ['administrator'] });
    expect((await openBrowser(testApp).signIn(clerk.name)).headers.get('location')).toBe('/can-bo');
  });

  it('lets a phone of somebody with several roles read as a leader, and nothing more', async () => {
    const testApp = await createTestApp();
    const person = await addPerson(testApp, { role: 'leader', also: ['administrator', 'staff'] });
    const phone = openBrowser(testApp);
    const code = await makePhoneLink(testApp.context, person, person);
    const remembered = await phone.post('/dang-nhap/dien-thoai', { code });
    expect(remembered.headers.get('location')).toBe('/lanh-dao');
    expect((await phone.get('/lanh-dao')).status).toBe(200);
    expect((await phone.get('/quan-tri')).status).toBe(303);
    expect(isRefused(await phone.post('/can-bo/giao-dich/ngay', {}), 'POST')).toBe(true);
  });

  it('offers a remembered phone no form that it may not send, whatever other roles the person has', async () => {
    const testApp = await createTestApp({ isOfficial: false });
    const person = await addPerson(testApp, { role: 'leader', also: ['administrator', 'staff'] });
    const phone = openBrowser(testApp);
    const code = await makePhoneLink(testApp.context, person, person);
    await phone.post('/dang-nhap/dien-thoai', { code });
    for (const { method, path, visitors } of PERMISSIONS) {
      if (
        path.startsWith('/dang-') ||
        method !== 'GET' ||
        !visitors.includes('remembered') ||
        path.includes(':')
      )
        continue;
      const response = await phone.get(path);
      if (response.status !== 200 || !response.headers.get('content-type')?.startsWith('text/html')) continue;
      const actions = [...listPostForms(await response.text()).keys()].filter(
        (action) => action !== '/dang-xuat',
      );
      expect(actions, path).toEqual([]);
    }
  });

  it('asks nothing but the table: HEAD is as GET, and other methods lead nowhere', async () => {
    const testApp = await createTestApp();
    const staff = await signInAs(testApp, { role: 'staff' });
    const cookie = [...staff.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const status = async (method: string, path: string) =>
      (await testApp.request(path, { method, headers: { Cookie: cookie, Origin: 'http://localhost' } }))
        .status;
    expect(await status('HEAD', '/can-bo')).toBe(200);
    expect(await status('HEAD', '/quan-tri')).toBe(403);
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      for (const { path } of PERMISSIONS) {
        expect([404, 405], `${method} ${path}`).toContain(
          await status(method, await addressOf(testApp, path)),
        );
      }
    }
  });
});

describe('the table', () => {
  it('has every mounted route and no other', async () => {
    const { app } = await createTestApp();
    const mounted = app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`);
    const rows = PERMISSIONS.map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(mounted)].sort()).toEqual([...rows].sort());
    expect(new Set(rows).size).toBe(rows.length);
  });

  it('stops the start for a route that it does not have, and for a row without a route', () => {
    const mounted = PERMISSIONS.map(({ method, path }) => ({ method, path, isEndpoint: true }));
    expect(() => checkPermissions(mounted)).not.toThrow();
    const forgotten = { method: 'GET', path: '/quan-tri/bi-mat', isEndpoint: true };
    expect(() => checkPermissions([...mounted, forgotten])).toThrow(
      /GET \/quan-tri\/bi-mat: not in the table/,
    );
    const anyMethod = { method: 'ALL', path: '/x', isEndpoint: true };
    expect(() => checkPermissions([...mounted, anyMethod])).toThrow(/ALL \/x: not in the table/);
    expect(() => checkPermissions([...mounted, { ...anyMethod, isEndpoint: false }])).not.toThrow();
    expect(() => checkPermissions(mounted.slice(1))).toThrow(/a row without a route/);
  });

  it('lets nobody but those who administer change anything, and a remembered phone nothing at all', () => {
    const changing = PERMISSIONS.filter(
      ({ method, path, area }) =>
        method === 'POST' && area === 'office' && !/^\/(dang-|tai-khoan)/.test(path),
    );
    expect(changing.length).toBeGreaterThan(0);
    // Supervisors may create nothing but slips, which they hand out instead of the rated counters.
    const ofSupervisors = changing.filter(({ visitors }) => visitors.includes('supervisor'));
    expect(ofSupervisors.map(({ path }) => path)).toEqual(['/can-bo/ma-qr/phieu']);
    for (const { path, visitors } of changing) {
      expect(visitors, path).not.toContain('none');
      expect(visitors, path).not.toContain('remembered');
    }
  });
});

describe('a form of the office', () => {
  it('is refused from another site, or without origin headers', async () => {
    const testApp = await createTestApp();
    const browser = await signInAs(testApp, { role: 'administrator' });
    const posts = PERMISSIONS.filter(({ method, area }) => method === 'POST' && area === 'office');
    for (const { path } of posts) {
      const address = await addressOf(testApp, path);
      for (const headers of [{ Origin: 'https://evil.example' }, { Origin: 'null' }, { Origin: '' }]) {
        const response = await browser.post(address, { confirm: 'yes' }, headers);
        expect(response.status, `${path} ${JSON.stringify(headers)}`).toBe(403);
        expect(await response.text()).toContain('Biểu mẫu này gửi từ một trang khác');
      }
    }
    expect((await browser.get('/quan-tri')).status).toBe(200);
  });

  it('is accepted from the public address behind a proxy', async () => {
    const testApp = await createTestApp({ environment: { PUBLIC_URL: 'https://khaosat.example.gov.vn' } });
    const browser = openBrowser(testApp);
    const { name } = await addPerson(testApp, { role: 'leader' });
    const origin = { Origin: 'https://khaosat.example.gov.vn' };
    const response = await browser.post('/dang-nhap', { name, password: 'sai rồi' }, origin);
    expect(response.status).toBe(422);
  });
});

describe('staff who see some counters alone', () => {
  it('see the week and the poster of theirs, and nothing of others', async () => {
    const testApp = await createTestApp();
    const [own, other] = testApp.counters;
    const staff = await signInAs(testApp, { role: 'staff', counters: [own!.code] });
    const week = await (await staff.get('/can-bo')).text();
    expect(week).toContain(own!.name);
    expect(week).not.toContain(other!.name);
    expect((await staff.get(`/can-bo?quay=${own!.code}`)).status).toBe(200);
    expect((await staff.get(`/can-bo?quay=${other!.code}`)).status).toBe(403);
    const posters = await (await staff.get('/can-bo/ma-qr')).text();
    expect(posters).toContain(own!.code);
    expect(posters).not.toContain(other!.code);
    expect((await staff.get(`/can-bo/ma-qr?quay=${other!.code}`)).status).toBe(404);
    expect((await staff.get(`/can-bo/ma-qr/${other!.code}.svg`)).status).toBe(404);
    expect((await staff.get(`/can-bo/ma-qr/${own!.code}.svg`)).status).toBe(200);
  });

  it('see all counters where they are not limited', async () => {
    const testApp = await createTestApp();
    const staff = await signInAs(testApp, { role: 'staff' });
    for (const { code } of testApp.counters) {
      expect((await staff.get(`/can-bo?quay=${code}`)).status).toBe(200);
    }
  });
});

describe('the navigation', () => {
  it.each([
    ['staff', ['/can-bo', '/can-bo/gop-y', '/can-bo/giao-dich', '/can-bo/ma-qr', '/ket-qua', '/tai-khoan']],
    [
      'leader',
      [
        '/lanh-dao',
        '/can-bo',
        '/can-bo/gop-y',
        '/can-bo/giao-dich',
        '/can-bo/ma-qr',
        '/ket-qua',
        '/tai-khoan',
      ],
    ],
    [
      'supervisor',
      [
        '/lanh-dao',
        '/can-bo',
        '/can-bo/gop-y',
        '/can-bo/giao-dich',
        '/can-bo/ma-qr',
        '/quan-tri',
        '/ket-qua',
        '/tai-khoan',
      ],
    ],
    ['administrator', ['/can-bo/ma-qr', '/quan-tri', '/ket-qua', '/tai-khoan']],
    ['remembered', ['/lanh-dao', '/can-bo', '/can-bo/gop-y', '/can-bo/giao-dich', '/ket-qua']],
  ] as const)('of %s has the pages that they may read', async (visitor, pages) => {
    const testApp = await createTestApp();
    const browser = await openAs(testApp, visitor);
    const first = pages.find((page) => page !== '/can-bo/ma-qr') as string;
    const html = await (await browser.get(first)).text();
    const nav = /<nav class="nav-wide".*?<\/nav>/s.exec(html)?.[0] ?? '';
    expect([...nav.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual(pages);
  });
});
