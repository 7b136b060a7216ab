import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];
const USUAL_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** `CHROME_PATH`, or the first browser on `PATH` or in the usual folders. */
export function findChromium(): string | null {
  const named = process.env.CHROME_PATH;
  if (named) return isExecutable(named) ? named : null;
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...USUAL_PLACES].find(isExecutable) ?? null;
}

/**
 * Without a browser tests are skipped with a warning. With `CI=true` they fail instead, because nobody would
 * notice that they were skipped.
 */
export function hasChromium(): boolean {
  if (findChromium() !== null) return true;
  const reason = process.env.CHROME_PATH ? 'CHROME_PATH names no program' : 'no Chromium or Chrome was found';
  if (process.env.CI === 'true') throw new Error(`Browser tests cannot run: ${reason}.`);
  console.warn(
    `\nSKIPPED: all browser tests of this file, because ${reason}. Set CHROME_PATH to run them.\n`,
  );
  return false;
}

export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts without background network services, which would send requests of their own.
 * @throws Error if there is no browser
 */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('no Chromium or Chrome was found');
  return chromium.launch({
    executablePath,
    headless: true,
    args: CHROMIUM_ARGS,
  });
}
