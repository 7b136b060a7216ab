// `npm run dev`: builds and serves, and repeats both when a source changes. Also serves the preview of every page and
// component, on its own port.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, buildPreview } from './build.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
/** Editors write a file in several steps; wait until no change has come for this long. */
const SETTLE_MS = 150;

/** Running child processes by the path of their entry file. */
const running = new Map();
let timer = null;

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
    return; // esbuild has already printed the error; the next change tries again.
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
