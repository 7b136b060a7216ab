import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, launchChromium } from '../helpers/chromium.ts';
import { auditPage } from '../helpers/page-audit.ts';
import { follow } from '../helpers/page-steps.ts';

const page = (body: string, style = '') =>
  `<!doctype html><html lang="vi"><head><title>Trang</title><meta name="viewport" content="width=device-width">
  <style>button{min-height:44px}a{color:#00c}${style}</style></head><body><main><h1>Trang</h1>${body}</main></body></html>`;

/** Pages with one fault each, and the finding that the audit must report. */
const FAULTY: Readonly<Record<string, readonly [html: string, fault: RegExp]>> = {
  wide: [page('<div class="wide">x</div>', '.wide{width:500px}'), /at 360: \d+ px too wide$/],
  low: [page('<button>Lưu</button>', 'button{min-height:0;height:20px}'), /at 1280: too small: <button>/],
  box: [page('<label><input type="checkbox"> Có</label>'), /too small: <input type="checkbox">/],
  choice: [
    page('<div class="choices"><label><input type="radio"> Có</label></div>'),
    /too small: <label><input type="radio"> Có/,
  ],
  label: [page('<input style="height:44px">'), /at 360: label: <input/],
  manners: [page('<h3>Mục</h3>'), /at 1280: heading-order: <h3>/],
  dark: [
    page('<p>x</p>', '@media(prefers-color-scheme:dark){body{background:#222;color:#333}}'),
    /in dark: color-contrast: /,
  ],
};

describe.skipIf(!hasChromium())('the audit of pages', () => {
  let browser: Browser;
  let server: Server;
  let opened: Page;
  let origin: string;
  const held: (() => void)[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      const name = (request.url ?? '').slice(1);
      const html = FAULTY[name]?.[0] ?? page('<a href="/late">tiếp</a> <p>Trang khác cũng có chữ này.</p>');
      const answer = () => response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html);
      if (name === 'late') held.push(answer);
      else answer();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await launchChromium();
    opened = await browser.newPage({ bypassCSP: true });
  });
  afterAll(async () => {
    await browser?.close();
    server.close();
  });

  it.each(Object.entries(FAULTY))('finds what is wrong: %s', async (name, [, fault]) => {
    await opened.goto(`${origin}/${name}`);
    const found = await auditPage(opened);
    expect(found.filter((line) => fault.test(line))).not.toEqual([]);
    expect(found.every((line) => line.startsWith(`${origin}/${name} `))).toBe(true);
  });

  it('finds nothing wrong with a sound page', async () => {
    await opened.goto(`${origin}/`);
    expect(await auditPage(opened)).toEqual([]);
  });

  it('looks at the page that comes, however late it comes', async () => {
    await opened.goto(`${origin}/`);
    let isThere = false;
    const going = follow(opened.getByRole('link')).then(() => {
      isThere = true;
    });
    await expect.poll(() => held.length).toBe(1);
    expect(isThere).toBe(false);
    held[0]?.();
    await going;
    expect(opened.url()).toBe(`${origin}/late`);
    expect(await auditPage(opened)).toEqual([]);
  });
});
