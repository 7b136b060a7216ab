import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { median } from '../server/statistics/quantile.ts';
import { findChromium, launchChromium } from '../test/helpers/chromium.ts';
import { inFolder, parseOptions } from './figures/options.ts';
import { logLine, record, spreadOf } from './figures/record.ts';
import { HttpConnection } from './load/http-connection.ts';
import { startProgram } from './office/server-process.ts';

/** What a server may send before the first acknowledgement: TCP's initial window of ten packets. */
const WINDOW_BYTES = 14_600;
const AIMS = { bytes: 8_000, requests: 1, scriptBytes: 2_600, answer: 1.15 };
/**
 * 400 kbit/s in bytes a second, and a round trip of 400 ms; the processor runs at a quarter of its speed (`SLOWER`).
 */
const SLOW_LINE = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const SLOWER = 4;

/** A citizen's first visit on a weak phone: bytes, requests, script, and when the page can be used. */
export async function run(args: string[]): Promise<void> {
  const options = parseOptions(args, { repeats: 7 });
  await inFolder(options, async (path) => {
    const server = await startProgram('office', { DATA_DIR: path });
    const address = `/k/${server.counterCodes[0]}`;
    try {
      const bytes = await measureBytes(server.port, address, options.repeats);
      if (findChromium() === null) {
        logLine('page: no Chromium or Chrome was found, so nothing is painted. Set CHROME_PATH.');
        return;
      }
      await measurePaint(`http://127.0.0.1:${server.port}${address}`, bytes, options.repeats);
    } finally {
      await server.stop();
    }
  });
}

async function measureBytes(port: number, path: string, repeats: number): Promise<number> {
  logLine('page: bytes on the wire');
  const connection = await HttpConnection.open(port);
  const ask = (encoding: string) =>
    connection.exchange(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: ${encoding}\r\n\r\n`);
  const sizes: number[] = [];
  for (let repeat = 0; repeat < repeats; repeat += 1) sizes.push((await ask('gzip')).wireBytes);
  const wireBytes = median(sizes);
  const html = (await ask('identity')).body.toString('utf8');
  connection.close();
  const script = [...html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, text]) => text).join('');
  const asked = [
    ...html.matchAll(/<(?:script|img|iframe)\b[^>]*\bsrc="(?!data:)|<link\b[^>]*rel="?stylesheet/g),
  ];
  record({
    name: 'page.bytes',
    value: wireBytes,
    unit: 'bytes',
    ceiling: WINDOW_BYTES,
    ratio_to: wireBytes / WINDOW_BYTES,
    detail: {
      is: 'the first view on the wire: gzip, headers included',
      ceiling_is: 'one window of a fresh TCP connection',
      aim: `at most ${AIMS.bytes}`,
      is_met: wireBytes <= AIMS.bytes,
      value: spreadOf(sizes),
      unzipped: Buffer.byteLength(html),
    },
  });
  record({
    name: 'page.script',
    value: Buffer.byteLength(script),
    unit: 'bytes',
    detail: { aim: `at most ${AIMS.scriptBytes}` },
  });
  record({
    name: 'page.requests',
    value: 1 + asked.length,
    unit: 'requests',
    detail: { aim: `${AIMS.requests}` },
  });
  return wireBytes;
}

/** Milliseconds from the start of navigation. */
interface Painted {
  readonly first: number;
  /** When the first answer (on the bare page: the sentence) is visible. */
  readonly answer: number;
  readonly largest: number;
  readonly usable: number;
  readonly requests: number;
}

async function measurePaint(url: string, bytes: number, repeats: number): Promise<void> {
  logLine(`page: 400 kbit/s, 400 ms, processor a quarter as fast, ${repeats} visits each`);
  const bare = await serveBarePage(bytes);
  const browser = await launchChromium();
  try {
    const bareUrl = `http://127.0.0.1:${(bare.address() as AddressInfo).port}/`;
    const pages: Painted[] = [];
    const bares: Painted[] = [];
    for (let repeat = -1; repeat < repeats; repeat += 1) {
      const both = [await visit(browser, bareUrl), await visit(browser, url)] as const;
      if (repeat < 0) continue;
      bares.push(both[0]);
      pages.push(both[1]);
    }
    for (const what of ['first', 'answer', 'largest', 'usable'] as const) {
      const times = pages.map((page) => page[what]);
      const ceilings = bares.map((page) => page[what]);
      const ratio = median(times.map((time, index) => time / (ceilings[index] ?? time)));
      record({
        name: `page.${what}`,
        value: median(times),
        unit: 'ms',
        ceiling: median(ceilings),
        ratio_to: ratio,
        detail: {
          is: {
            first: 'first paint',
            answer: 'the first answer is visible',
            largest: 'largest paint',
            usable: 'the script has run',
          }[what],
          ceiling_is: 'a bare page of the same bytes',
          ...(what === 'answer' ? { aim: `at most ${AIMS.answer}`, is_met: ratio <= AIMS.answer } : {}),
          value: spreadOf(times),
          ceiling: spreadOf(ceilings),
        },
      });
    }
    record({
      name: 'page.requests_of_browser',
      value: Math.max(...pages.map(({ requests }) => requests)),
      unit: 'requests',
      detail: { aim: `${AIMS.requests}`, value: spreadOf(pages.map(({ requests }) => requests)) },
    });
  } finally {
    await browser.close();
    bare.close();
    bare.closeAllConnections();
  }
}

/** A page with a single sentence whose response has `bytes` bytes, headers included. */
async function serveBarePage(bytes: number): Promise<Server> {
  const head = '<!doctype html><html lang="en"><title>Bare</title><h1>A bare page of the same bytes</h1><!--';
  const end = '--></html>';
  const headerBytes = 170;
  const body = `${head}${'x'.repeat(Math.max(0, bytes - headerBytes - head.length - end.length))}${end}`;
  const server = createServer((_, answer) => {
    answer.writeHead(200, { 'Content-Type': 'text/html; charset=UTF-8', 'Content-Length': body.length });
    answer.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function visit(browser: Browser, url: string): Promise<Painted> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  let requests = 0;
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) requests += 1;
  });
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW_LINE);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(() => {
    const look = () =>
      document.querySelector('#survey label, body > h1')
        ? requestAnimationFrame((time) => Object.assign(window, { answerAt: time }))
        : requestAnimationFrame(look);
    requestAnimationFrame(look);
  });
  await page.goto(url, { waitUntil: 'load' });
  const times = await page.evaluate(async () => {
    const largest = await new Promise<number>((resolve) => {
      let latest = 0;
      new PerformanceObserver((list) => {
        latest = list.getEntries().at(-1)?.startTime ?? latest;
      }).observe({ type: 'largest-contentful-paint', buffered: true });
      setTimeout(() => resolve(latest), 500);
    });
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const paints = performance.getEntriesByType('paint');
    return {
      first: paints.find(({ name }) => name === 'first-paint')?.startTime ?? 0,
      answer: (window as unknown as { answerAt: number }).answerAt,
      largest,
      usable: navigation?.domContentLoadedEventEnd ?? 0,
    };
  });
  await context.close();
  return { ...times, requests };
}
