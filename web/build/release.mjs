// `npm run release [-- linux-x64 win-x64]`: makes archives in `release/` that need nothing installed. Each has the
// build, the run-time packages and Node for one platform; docs/decisions/034 explains the layout.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { create as createTar } from 'tar';
import { build } from './build.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const outdir = join(root, 'release');
/** Top folder in every archive. It has no version, so that services and shortcuts keep working after an upgrade. */
const FOLDER = 'hai-long';
const TARGETS = {
  'linux-x64': { os: 'linux', libc: 'glibc', node: 'bin/node', prebuild: 'linux-x64.node', kind: 'tar.gz' },
  'win-x64': { os: 'win32', libc: '', node: 'bin/node.exe', prebuild: 'win32-x64.node', kind: 'zip' },
};
/** Entry file of each start script. */
const STARTS = { chay: 'main.js', hailong: 'cli/hailong.js', 'xem-thu': 'cli/demo.js' };
const BUILD_ONLY = ['esbuild', '@esbuild', 'node-addon-api', '.bin', '.package-lock.json'];
/** Modification time of every file in an archive; builds with the same SOURCE_DATE_EPOCH are identical. */
const stamp = new Date(Number(process.env.SOURCE_DATE_EPOCH ?? Math.floor(Date.now() / 1_000)) * 1_000);

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Paths of all files in a folder and its subfolders, separated by `/` on every system, in a fixed order. */
const listFiles = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();

/** Installs the run-time packages for a target platform; npm verifies them against the lock file. */
function installPackages(folder, { os, libc }) {
  for (const name of ['package.json', 'package-lock.json', '.npmrc'])
    cpSync(join(root, name), join(folder, name));
  const args = ['ci', '--omit=dev', `--os=${os}`, '--cpu=x64', '--no-audit', '--no-fund', '--loglevel=error'];
  if (libc !== '') args.push(`--libc=${libc}`);
  const npm = process.env.npm_execpath;
  if (npm === undefined) throw new Error('start it with npm run release');
  const { status } = spawnSync(process.execPath, [npm, ...args], { cwd: folder, stdio: 'inherit' });
  if (status !== 0) throw new Error(`npm ci ended with ${status}`);
}

const collectLicences = (packages) =>
  listFiles(packages)
    .filter((path) => /(^|\/)package\.json$/.test(path))
    .map((path) => ({
      folder: join(packages, dirname(path)),
      ...JSON.parse(readFileSync(join(packages, path), 'utf8')),
    }))
    .filter(({ name, version }) => name !== undefined && version !== undefined)
    .map(({ folder, name, version, license }) => {
      const texts = readdirSync(folder)
        .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
        .map((file) => readFileSync(join(folder, file), 'utf8').trim());
      return `${'='.repeat(80)}\n${name} ${version}: ${license}\n\n${texts.join('\n\n')}\n\n`;
    })
    .join('');

function trimPackages(folder, target, { node, prebuild }) {
  const packages = join(folder, 'node_modules');
  mkdirSync(join(folder, 'bin'));
  renameSync(join(packages, `node-${target}`, node), join(folder, node));
  for (const name of BUILD_ONLY) rmSync(join(packages, name), { recursive: true, force: true });
  const sqlite = join(packages, 'better-sqlite3');
  for (const name of ['deps', 'src', 'binding.gyp']) rmSync(join(sqlite, name), { recursive: true });
  for (const name of readdirSync(join(sqlite, 'prebuilds')))
    if (name !== prebuild) rmSync(join(sqlite, 'prebuilds', name));
  // Of docx only the ES module is imported: delete the other bundles and the type declarations.
  const word = join(packages, 'docx', 'dist');
  for (const name of readdirSync(word))
    if (!name.endsWith('.mjs')) rmSync(join(word, name), { recursive: true });
  const licences = collectLicences(packages);
  writeFileSync(
    join(folder, 'LICENCES.txt'),
    `Licences of the parts. Of Hai Long itself: LICENSE.\n\n${licences}`,
  );
  rmSync(join(packages, `node-${target}`), { recursive: true });
}

function writeStart(folder, name, program, { os }) {
  const ending = os === 'win32' ? '.cmd' : '';
  const text = readFileSync(join(root, 'web', 'build', `start${ending || '.sh'}`), 'utf8');
  const lines = text.replace('PROGRAM', program);
  const file = join(folder, `${name}${ending}`);
  writeFileSync(file, os === 'win32' ? lines.replaceAll('\n', '\r\n') : lines);
  chmodSync(file, 0o755);
}

function fill(folder, target, system) {
  mkdirSync(folder);
  installPackages(folder, system);
  trimPackages(folder, target, system);
  for (const name of ['package-lock.json', '.npmrc']) rmSync(join(folder, name));
  const { name, version, license, type } = manifest;
  writeFileSync(
    join(folder, 'package.json'),
    `${JSON.stringify({ name, version, private: true, license, type })}\n`,
  );
  for (const path of ['LICENSE', 'CHANGELOG.md', 'dist/assets', 'dist/server', 'surveys', 'docs'])
    cpSync(join(root, path), join(folder, path), {
      recursive: true,
      filter: (source) => !source.endsWith('.map'),
    });
  cpSync(join(root, '.env.example'), join(folder, 'hai-long.env.example'));
  for (const [script, program] of Object.entries(STARTS)) writeStart(folder, script, program, system);
}

async function pack(stage, target, { kind }) {
  const name = `${manifest.name}-${manifest.version}-${target}.${kind}`;
  const paths = listFiles(join(stage, FOLDER)).map((path) => `${FOLDER}/${path}`);
  if (kind === 'zip') {
    const entries = paths.map((path) => [path, readFileSync(join(stage, path))]);
    writeFileSync(join(outdir, name), zipSync(Object.fromEntries(entries), { level: 9, mtime: stamp }));
  } else {
    const file = join(outdir, name);
    await createTar({ cwd: stage, file, gzip: { level: 9 }, portable: true, mtime: stamp }, paths);
  }
  return name;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((target) => !(target in TARGETS));
if (unknown.length > 0) {
  process.stderr.write(
    `No such system: ${unknown.join(', ')}. There are: ${Object.keys(TARGETS).join(', ')}.\n`,
  );
  process.exit(2);
}
await build();
rmSync(outdir, { recursive: true, force: true });
mkdirSync(outdir);
const sums = [];
for (const target of wanted.length > 0 ? wanted : Object.keys(TARGETS)) {
  const stage = mkdtempSync(join(tmpdir(), 'hai-long-release-'));
  try {
    fill(join(stage, FOLDER), target, TARGETS[target]);
    const name = await pack(stage, target, TARGETS[target]);
    const bytes = readFileSync(join(outdir, name));
    sums.push(`${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`);
    console.log(`release/${name}: ${(bytes.length / 1e6).toFixed(1)} MB`);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}
writeFileSync(join(outdir, 'SHA256SUMS'), sums.join(''));
