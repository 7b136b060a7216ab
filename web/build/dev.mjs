// `npm run dev`: builds, serves, and does both again whenever a source changes.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
/** Editors write a file in several steps; changes closer together than this are one. */
const SETTLE_MS = 150;

let server = null;
let timer = null;

async function restart() {
  try {
    await build();
  } catch {
    return; // The builder has said what is wrong; the next change tries again.
  }
  const start = () => {
    server = spawn(process.execPath, [join(root, 'dist', 'server', 'main.js')], { stdio: 'inherit' });
  };
  if (server === null || server.exitCode !== null || server.signalCode !== null) return start();
  server.once('exit', start);
  server.kill('SIGTERM');
}

for (const folder of ['server', 'web', 'surveys']) {
  watch(join(root, folder), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(restart, SETTLE_MS);
  });
}
await restart();
