// Starts a built entry (`main`, `cli/hailong`, …); builds first if sources are newer than the build. Installations
// without build tools (the container image) are already built.
import './check-node.mjs';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'dist', 'built');

function newestChange(folder) {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    newest = Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs);
  }
  return newest;
}

function isStale() {
  if (!existsSync(stamp)) return true;
  const built = statSync(stamp).mtimeMs;
  const sources = ['server', 'web']
    .map((folder) => join(root, folder))
    .filter((folder) => existsSync(folder));
  return sources.some((folder) => newestChange(folder) > built);
}

const [, , entry, ...rest] = process.argv;
process.argv = [process.argv[0], entry, ...rest];
if (isStale()) await (await import('../web/build/build.mjs')).build();
await import(pathToFileURL(join(root, 'dist', 'server', `${entry}.js`)).href);
