import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeFolder } from './temporary-folder.ts';

// Other programs that read our files. Where one is not installed, its tests are skipped with a warning.

/** Whether `NAME --version` succeeds; logs a warning if not. */
export function hasProgram(name: string): boolean {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore', timeout: 60_000 });
    return true;
  } catch {
    console.warn(`\nSKIPPED: files are not read back by ${name}, because it is not on this machine.\n`);
    return false;
  }
}

/** The content of an office file as Python's standard library reads it, with `read-office-file.py`. */
export function readWithPython(bytes: Uint8Array, name: string): unknown {
  const file = join(makeFolder('office-file'), name);
  writeFileSync(file, bytes);
  const script = join(import.meta.dirname, 'read-office-file.py');
  return JSON.parse(execFileSync('python3', [script, file], { encoding: 'utf8', timeout: 60_000 }));
}

/** Converts all files in one start of LibreOffice. Returns the texts (UTF-8) by file name. */
export function convertWithLibreOffice(
  files: Readonly<Record<string, Uint8Array>>,
  format: string,
): Record<string, string> {
  const folder = makeFolder('office-file');
  const out = join(folder, 'out');
  mkdirSync(out);
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
  const names = Object.keys(files).map((name) => join(folder, name));
  const options = { stdio: 'ignore', timeout: 120_000 } as const;
  execFileSync(
    'soffice',
    [profile, '--headless', '--convert-to', format, '--outdir', out, ...names],
    options,
  );
  return Object.fromEntries(readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'utf8')]));
}
