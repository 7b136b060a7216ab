// `npm run pictures [-- NAME…]`: takes the screenshots of the documentation from the demo, with the installed Chromium.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build, buildPreview } from './build.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = join(root, 'docs', 'pictures');
/**
 * @typedef {object} Picture
 * @property {string} name File name in `docs/pictures`, without extension.
 * @property {string} path Path in the demo; `CODE` is replaced by the first open counter's code.
 * @property {{width: number, height: number}} size
 * @property {string} [role] Role that is signed in, as named by the demo; `first`: the first administrator's link of
 * a new installation; `preview`: the preview of `npm run dev`; none: signed out.
 * @property {boolean} [full] Captures the whole page.
 * @property {string} [from] Starts above the heading with this text, with the height of `size`.
 * @property {string} [open] First follows the link with this text.
 * @property {{name: string, text: string}} [file] First chooses this file.
 * @property {string} [button] First presses the button with this text.
 */
/** @type {readonly Picture[]} */
const PICTURES = JSON.parse(readFileSync(join(root, 'web', 'build', 'pictures.json'), 'utf8'));
const PORT = '8095';
const FRESH_PORT = '8096';
const PREVIEW_PORT = '8097';
const base = `http://localhost:${PORT}`;
/** Pixels between the top of a screenshot and the heading at which it starts. */
const ABOVE = 16;

/** Resolves, once the program accepts requests, with its output so far and a function that stops it. */
function start(entry, port, settings = {}) {
  const server = spawn(process.execPath, [join(root, 'server', 'launch.mjs'), entry], {
    env: {
      ...process.env,
      PORT: port,
      LOG_LEVEL: 'silent',
      LANG: 'C.UTF-8',
      HOST: '127.0.0.1',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let printed = '';
    server.once('exit', (code) => reject(new Error(`${entry} ended with ${code}`)));
    server.stdout.on('data', (chunk) => {
      printed += chunk;
      if (printed.includes('Ctrl+C')) resolve({ printed, stop: () => server.kill('SIGTERM') });
    });
  });
}

/** Resolves with the first counter's code and a sign-in code for each role. */
async function startDemo() {
  const { printed, stop } = await start('cli/demo', PORT);
  const entries = [...printed.matchAll(/vai trò (.+):\n.*#ma=(\S+)\n/gu)];
  const codes = new Map(entries.map(([, role, code]) => [role, code]));
  return { counter: /\/k\/(\w{5})/.exec(printed)?.[1] ?? '', codes, stop };
}

/** Captures the page that creates the first administrator, on a new installation. */
async function takeFirst(browser, picture) {
  const data = mkdtempSync(join(tmpdir(), 'hai-long-pictures-'));
  const server = await start('main', FRESH_PORT, { DATA_DIR: data });
  try {
    const page = await (await browser.newContext({ locale: 'vi-VN', viewport: picture.size })).newPage();
    await page.goto(readFileSync(join(data, 'first-administrator.txt'), 'utf8').trim());
    await page.locator('input[type=password]').waitFor();
    await page.screenshot({ path: join(folder, `${picture.name}.png`) });
  } finally {
    server.stop();
    process.once('exit', () => rmSync(data, { recursive: true, force: true }));
  }
}

/** Captures the preview of components, scrolled down to one of them. */
async function takePreview(browser, picture) {
  await build();
  await buildPreview();
  const server = spawn(process.execPath, [join(root, 'dist', 'preview', 'serve-preview.js')], {
    cwd: root,
    env: { ...process.env, PREVIEW_PORT },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await new Promise((resolve, reject) => {
      server.stdout.once('data', resolve);
      server.once('exit', (code) => reject(new Error(`the preview ended with ${code}`)));
    });
    const page = await browser.newPage({ viewport: picture.size });
    await page.goto(`http://127.0.0.1:${PREVIEW_PORT}${picture.path}`);
    await shootFrom(page, picture);
  } finally {
    server.kill('SIGTERM');
  }
}

/**
 * The returned function opens a page signed in with a role. It signs in only once per role: sign-in codes are one-time.
 */
function openPages(browser, codes) {
  const pages = new Map();
  return async (role = '') => {
    if (pages.has(role)) return pages.get(role);
    const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
    const page = await context.newPage();
    if (role !== '') {
      await page.goto(`${base}/dang-nhap#ma=${codes.get(role)}`);
      await page.waitForURL((url) => !url.pathname.startsWith('/dang-nhap'));
    }
    pages.set(role, page);
    return page;
  };
}

async function takePicture(page, { name, path, size, full, from, open, button, file }, counter) {
  await page.setViewportSize(size);
  await page.goto(base + path.replace('CODE', counter));
  if (open !== undefined) await page.getByRole('link', { name: open, exact: true }).first().click();
  if (file !== undefined) {
    const chosen = { name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.text) };
    await page.locator('input[type=file]').setInputFiles(chosen);
  }
  if (button !== undefined) await page.getByRole('button', { name: button, exact: true }).first().click();
  await page.waitForLoadState();
  if (from !== undefined) return shootFrom(page, { name, size, from });
  return page.screenshot({ path: join(folder, `${name}.png`), fullPage: full ?? false });
}

async function shootFrom(page, { name, size, from }) {
  const heading = page.getByRole('heading', { name: from, exact: true, includeHidden: true }).first();
  await heading.evaluate((element) => element.closest('details')?.setAttribute('open', ''));
  const box = await heading.boundingBox();
  const all = await page.evaluate(() => document.documentElement.scrollHeight);
  const y = Math.max(0, box.y - ABOVE);
  const clip = { x: 0, y, width: size.width, height: Math.min(size.height, all - y) };
  return page.screenshot({ path: join(folder, `${name}.png`), fullPage: true, clip });
}

const names = process.argv.slice(2);
const unknown = names.filter((name) => !PICTURES.some((picture) => picture.name === name));
if (unknown.length > 0) throw new Error(`no such picture: ${unknown.join(', ')}`);
const demo = await startDemo();
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
try {
  for (const part of ['huong-dan', 'look']) mkdirSync(join(folder, part), { recursive: true });
  const pageOf = openPages(browser, demo.codes);
  for (const picture of PICTURES) {
    if (names.length > 0 && !names.includes(picture.name)) continue;
    if (picture.role === 'first') await takeFirst(browser, picture);
    else if (picture.role === 'preview') await takePreview(browser, picture);
    else await takePicture(await pageOf(picture.role), picture, demo.counter);
  }
} finally {
  await browser.close();
  demo.stop();
}
