import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from './temporary-folder.ts';

/**
 * A folder with what the server needs to run, as in the container image: build, surveys and a link to the
 * packages, but no sources. Tests may change its files.
 */
export function createInstallation(): string {
  const folder = makeFolder('installation');
  const copy = (name: string) =>
    cpSync(name, join(folder, name), { recursive: true, preserveTimestamps: true });
  for (const name of ['package.json', 'dist', 'surveys']) copy(name);
  mkdirSync(join(folder, 'server'));
  for (const name of ['server/launch.mjs', 'server/check-node.mjs']) copy(name);
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}
