import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Logger } from 'pino';

const NAME = 'first-administrator.txt';

/**
 * Keeps the first administrator's address where only the server's own user can read it (mode 0600): what a
 * service prints ends in a journal that others read. Replaces the one of an earlier start, whose code is
 * dead. Returns the file's full path.
 */
export function writeFirstAdministratorFile(dataDir: string, address: string): string {
  mkdirSync(dataDir, { recursive: true });
  const path = resolve(join(dataDir, NAME));
  // Put into its place whole: another process may start at the same time.
  const draft = `${path}.${process.pid}`;
  rmSync(draft, { force: true });
  writeFileSync(draft, `${address}\n`, { mode: 0o600, flag: 'wx' });
  renameSync(draft, path);
  return path;
}

/**
 * Takes the file away: its code was used, is dead, or is shown otherwise. Quiet where there is none.
 * @throws Error where the folder refuses it.
 */
export const removeFirstAdministratorFile = (dataDir: string): void =>
  rmSync(join(dataDir, NAME), { force: true });

/**
 * The same once there is an administrator: the code opens nothing any more, so nobody needs the file. A folder
 * that refuses it undoes nothing, as the account is made; the log says so.
 */
export function dropUsedFirstAdministratorFile(dataDir: string, log: Pick<Logger, 'warn'>): void {
  try {
    removeFirstAdministratorFile(dataDir);
  } catch (error) {
    log.warn({ err: error }, `${NAME} could not be deleted; the code in it is dead`);
  }
}
