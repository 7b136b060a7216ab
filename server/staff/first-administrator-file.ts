import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Logger } from 'pino';

const NAME = 'first-administrator.txt';

/**
 * Writes the first administrator's link to a file that only the server's user can read (mode 0600), because others
 * can read the journal with a service's output. Replaces the file of an earlier start, whose code is invalid.
 * Returns the full path.
 */
export function writeFirstAdministratorFile(dataDir: string, address: string): string {
  mkdirSync(dataDir, { recursive: true });
  const path = resolve(join(dataDir, NAME));
  // Written under another name and renamed, because another process may start at the same time.
  const draft = `${path}.${process.pid}`;
  rmSync(draft, { force: true });
  writeFileSync(draft, `${address}\n`, { mode: 0o600, flag: 'wx' });
  renameSync(draft, path);
  return path;
}

/**
 * A missing file is not an error.
 * @throws Error if the file system refuses.
 */
export const removeFirstAdministratorFile = (dataDir: string): void =>
  rmSync(join(dataDir, NAME), { force: true });

/** Called after the first sign-in. A failure is only logged, because the code in the file is invalid by then. */
export function dropUsedFirstAdministratorFile(dataDir: string, log: Pick<Logger, 'warn'>): void {
  try {
    removeFirstAdministratorFile(dataDir);
  } catch (error) {
    log.warn({ err: error }, `${NAME} could not be deleted; the code in it is invalid`);
  }
}
