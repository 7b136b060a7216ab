import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const NAME = 'first-administrator.txt';

/**
 * Keeps the first administrator's address where only the server's own user can read it (mode 0600): what a
 * service prints ends in a journal that others read. Replaces the one of an earlier start, whose code is
 * dead. Returns the file's full path.
 */
export function writeFirstAdministratorFile(dataDir: string, address: string): string {
  mkdirSync(dataDir, { recursive: true });
  const path = resolve(join(dataDir, NAME));
  rmSync(path, { force: true });
  writeFileSync(path, `${address}\n`, { mode: 0o600, flag: 'wx' });
  return path;
}

/** Takes the file away: its code is dead, or the address is shown otherwise. */
export const removeFirstAdministratorFile = (dataDir: string): void =>
  rmSync(join(dataDir, NAME), { force: true });
