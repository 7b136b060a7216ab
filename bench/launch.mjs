// `npm run bench [-- NAME [options]]`: builds the server and the benchmarks, then runs one benchmark, or all
// of them one after the other, each in its own process.
import '../server/check-node.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build as bundle } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..');
/** Benchmarks that add ballots come last, because all share the same databases. */
const ALL = [
  'page',
  'get',
  'visit',
  'ballot',
  'read',
  'size',
  'export',
  'import',
  'mixed',
  'hammer',
  'guess',
  'soak',
];

/** A benchmark is a file in this folder that exports `run(args)`; subfolders have shared code. */
const names = readdirSync(here)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -'.ts'.length));

async function buildBenches() {
  await bundle({
    entryPoints: [
      ...names.map((name) => join(here, `${name}.ts`)),
      ...readdirSync(join(here, 'programs')).map((name) => join(here, 'programs', name)),
    ],
    outbase: here,
    outdir: join(root, 'dist', 'bench'),
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node22',
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  });
}

/** All benchmarks use one folder, so that the offices in it are filled only once. */
function runAll(options) {
  const { values } = parseArgs({
    args: options,
    strict: false,
    options: { folder: { type: 'string' }, keep: { type: 'boolean' } },
  });
  const folder = mkdtempSync(join(values.folder ?? tmpdir(), 'hai-long-bench-run-'));
  const shared = values.keep ? options : [...options, '--keep', '--folder', folder];
  const began = performance.now();
  let failed = 0;
  try {
    for (const one of ALL.filter((candidate) => existsSync(join(here, `${candidate}.ts`)))) {
      const { status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), one, ...shared], {
        stdio: 'inherit',
      });
      process.stderr.write(`${one}: done after ${Math.round((performance.now() - began) / 1_000)} s\n`);
      if (status !== 0) failed += 1;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return failed;
}

const [name, ...rest] = process.argv.slice(2);
if (name === undefined || name.startsWith('-')) {
  process.exitCode = runAll(name === undefined ? [] : [name, ...rest]) === 0 ? 0 : 1;
} else if (!names.includes(name)) {
  process.stderr.write(`There is no benchmark "${name}". There are: ${names.join(', ')}.\n`);
  process.exitCode = 2;
} else {
  await (await import('../web/build/build.mjs')).build();
  await buildBenches();
  const { run } = await import(pathToFileURL(join(root, 'dist', 'bench', `${name}.js`)).href);
  await run(rest);
}
