// Compiles the sources into `dist`: the server, and the styles and scripts that pages inline. Plain JavaScript,
// because it runs before anything is built.
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build as bundle } from 'esbuild';
import { inlineTokens, withoutUnused, withPlainDeclarations, withShortNames } from './inline-tokens.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const PROGRAMS = ['server/main.ts', 'server/cli/hailong.ts', 'server/cli/demo.ts'];
const WORKERS = ['server/storage/copy-thread.ts', 'server/transactions/import-process.ts'];
/** Oldest supported browsers. Chrome 80 stands for Android WebView 80, Safari 15 for iOS 15. */
const BROWSERS = ['chrome80', 'safari15', 'firefox78'];
/** Every browser that supports `<script type="module">` can parse ES2017; other browsers skip the script. */
const SCRIPT_LANGUAGE = 'es2017';
/** Style sheets of citizens' pages, which must be usable down to Chrome 44. */
const CITIZENS_SHEETS = ['survey.css', 'page.css', 'thanks.css'];

const listFiles = (folder, ending) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => join(root, folder, name));

/** Bundles each island and each style sheet into one file of `dist/assets`, which pages inline. */
export async function buildAssets() {
  const outdir = join(root, 'dist', 'assets');
  mkdirSync(outdir, { recursive: true });
  const common = {
    outdir,
    bundle: true,
    minify: true,
    charset: 'utf8',
    target: BROWSERS,
    logLevel: 'warning',
  };
  await bundle({
    ...common,
    target: SCRIPT_LANGUAGE,
    entryPoints: listFiles('web/islands', '.ts'),
    format: 'esm',
  });
  const styles = join(root, 'web', 'styles');
  await bundle({ ...common, plugins: [inlineTokens(styles)], entryPoints: listFiles('web/styles', '.css') });
  for (const name of readdirSync(outdir).filter((one) => one.endsWith('.css'))) {
    const path = join(outdir, name);
    const css = withoutUnused(readFileSync(path, 'utf8'));
    writeFileSync(
      path,
      CITIZENS_SHEETS.includes(name) ? withShortNames(withPlainDeclarations(css, styles)) : css,
    );
  }
}

/** npm packages are not bundled, because native modules must be loaded from `node_modules`. */
const NODE_CODE = {
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
};

/** Each program gets an entry file that checks the version of Node before it imports the program itself. */
export async function buildServer() {
  const outdir = join(root, 'dist', 'server');
  await bundle({
    ...NODE_CODE,
    entryPoints: [...PROGRAMS, ...WORKERS].map((entry) => join(root, entry)),
    outbase: join(root, 'server'),
    outdir,
  });
  copyFileSync(join(root, 'server', 'check-node.mjs'), join(outdir, 'check-node.mjs'));
  for (const program of PROGRAMS) {
    const file = join(root, 'dist', program.replace(/\.ts$/, '.js'));
    const unchecked = file.replace(/\.js$/, '.unchecked.js');
    renameSync(file, unchecked);
    const top = '../'.repeat(program.split('/').length - 2) || './';
    writeFileSync(file, `import '${top}check-node.mjs';\nawait import('./${basename(unchecked)}');\n`);
  }
}

/** Only `npm run dev` serves `dist/preview`. */
export async function buildPreview() {
  await bundle({
    ...NODE_CODE,
    plugins: [inlineTokens(join(root, 'web', 'styles'))],
    entryPoints: ['serve-preview.ts', 'preview.css'].map((name) => join(root, 'web', 'preview', name)),
    outdir: join(root, 'dist', 'preview'),
  });
}

export async function build() {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  await Promise.all([buildAssets(), buildServer()]);
  writeFileSync(join(root, 'dist', 'built'), new Date().toISOString());
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await build();
