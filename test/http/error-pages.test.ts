import { describe, expect, it } from 'vitest';
import { faultsOf, textOf } from '../helpers/page-facts.ts';
import { signInAs } from '../helpers/staff-client.ts';
import { createTestApp } from '../helpers/test-app.ts';

describe('an error page', () => {
  it('has the unit’s name, no code, and a way on for a citizen', async () => {
    const testApp = await createTestApp();
    for (const [path, status] of [
      ['/khong-co', 404],
      ['/ket-qua?ky=x', 404],
    ] as const) {
      const response = await testApp.get(path);
      expect(response.status).toBe(status);
      const html = await response.text();
      expect(faultsOf(html)).toEqual([]);
      expect(textOf(html)).toContain('UBND xã Đông Sơn');
      expect(html).toContain('<a href="/">Về trang chủ</a>');
      expect(html).not.toMatch(/not-found|period-unknown|404/);
    }
    const english = await (await testApp.get('/khong-co?lang=en')).text();
    expect(english).toContain('<a href="/?lang=en">To the front page</a>');
  });

  it('says which role somebody has, under the navigation, and leads to the first page of that role', async () => {
    const testApp = await createTestApp();
    const staff = await signInAs(testApp, { role: 'staff', counters: [testApp.counters[0]!.code] });
    const response = await staff.get('/quan-tri');
    expect(response.status).toBe(403);
    const html = await response.text();
    expect(faultsOf(html)).toEqual([]);
    expect(textOf(html)).toContain('Trang này dành cho vai trò khác');
    expect(textOf(html)).toContain('Ông/Bà đang đăng nhập với vai trò Cán bộ.');
    expect(html).toContain('<nav class="nav-wide"');
    expect(html).toContain('<a href="/can-bo">Về trang Theo tuần</a>');
    const other = await (await staff.get(`/can-bo/gop-y?quay=${testApp.counters[1]!.code}`)).text();
    expect(textOf(other)).toContain('Quầy này không được giao cho tài khoản');
    const odd = await (await staff.post('/can-bo/gop-y', {})).text();
    expect(textOf(odd)).toContain('Nội dung gửi lên chưa đúng');
  });

  it('still answers where the database fails, without what it would have to read', async () => {
    const testApp = await createTestApp();
    await testApp.context.db.destroy();
    const response = await testApp.get('/ket-qua');
    expect(response.status).toBeGreaterThanOrEqual(500);
    expect(await response.text()).toContain('<a href="/">');
  });
});
