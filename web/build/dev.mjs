// `npm run dev`: builds, serves, and does both again whenever a source changes. Beside the product it serves
// the preview of every page and component, on a port of its own.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, buildPreview } from './build.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
/** Editors write a file in several steps; changes closer together than this are one. */
const SETTLE_MS = 150;

/** The running programs, by the entry that each was started from. */
const running = new Map();
let timer = null;

/** Starts a built entry; one that still runs is ended before. */
function startAgain(entry) {
  const start = () => {
    running.set(entry, spawn(process.execPath, [join(root, 'dist', entry)], { cwd: root, stdio: 'inherit' }));
  };
  const before = running.get(entry);
  if (before === undefined || before.exitCode !== null || before.signalCode !== null) return start();
  before.once('exit', start);
  before.kill('SIGTERM');
}

async function restart() {
  try {
    await build();
    await buildPreview();
  } catch {
    return; // The builder has said what is wrong; the next change tries again.
  }
  startAgain('server/main.js');
  startAgain('preview/serve-preview.js');
}

for (const folder of ['server', 'web', 'surveys']) {
  watch(join(root, folder), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(restart, SETTLE_MS);
  });
}
await restart();
