// Takes the README's pictures from the demo with the system's Chromium: `npm run pictures [-- FOLDER]`.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = process.argv[2] ?? join(root, 'docs', 'pictures');
const PORT = '8095';
const PHONE = { width: 360, height: 640 };
const DESK = { width: 1280, height: 800 };

/** One picture a page; `full` shows all of a long page. */
const PICTURES = [
  { name: 'trang-chu', path: '/', size: PHONE },
  { name: 'khao-sat', path: '/k/CODE', size: PHONE, full: true },
  { name: 'cam-on', path: '/cam-on', size: PHONE },
  { name: 'rieng-tu', path: '/rieng-tu', size: PHONE, full: true },
  { name: 'dang-nhap', path: '/dang-nhap', size: DESK },
  { name: 'lanh-dao', path: '/lanh-dao', size: DESK, full: true },
  { name: 'lanh-dao-dien-thoai', path: '/lanh-dao', size: PHONE },
  { name: 'can-bo', path: '/can-bo', size: DESK, full: true },
  { name: 'ket-qua', path: '/ket-qua', size: { width: 1280, height: 1500 } },
  { name: 'ma-qr', path: '/can-bo/ma-qr?quay=CODE', size: DESK, full: true },
];

/** Starts the demo and resolves with the codes that it prints: one that signs in a role, the first counter's. */
function startDemo() {
  const demo = spawn(process.execPath, [join(root, 'server', 'launch.mjs'), 'cli/demo'], {
    env: { ...process.env, PORT, LOG_LEVEL: 'silent', LANG: 'C.UTF-8', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let printed = '';
    demo.once('exit', (code) => reject(new Error(`the demo ended with ${code}`)));
    demo.stdout.on('data', (chunk) => {
      printed += chunk;
      const leader = /lãnh đạo:\n.*#ma=(\S+)\n/iu.exec(printed)?.[1];
      const code = /\/k\/(\w{5})/.exec(printed)?.[1];
      if (leader && code) resolve({ leader, code, stop: () => demo.kill('SIGTERM') });
    });
  });
}

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
  mkdirSync(folder, { recursive: true });
  const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
  const page = await context.newPage();
  const base = `http://localhost:${PORT}`;
  for (const { name, path, size, full } of PICTURES) {
    await page.setViewportSize(size);
    if (name === 'lanh-dao') {
      await page.goto(`${base}/dang-nhap#ma=${demo.leader}`);
      await page.waitForURL('**/lanh-dao');
    }
    await page.goto(base + path.replace('CODE', demo.code));
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: full ?? false });
  }
} finally {
  await browser.close();
  demo.stop();
}
