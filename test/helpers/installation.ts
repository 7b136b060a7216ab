import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from './temporary-folder.ts';

/**
 * A copy of what the product needs to run, without its sources, as in the container image: the build, surveys, and
 * the packages as a link. It is independent of concurrent builds, and a test may change its files.
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
