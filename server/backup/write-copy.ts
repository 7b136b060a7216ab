import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Day } from '../lib/day.ts';
import { FileRefused } from '../storage/file-refused.ts';

/** Writes a verified copy; `target` does not exist yet. */
export type CopyFile = (source: string, target: string, madeOn: Day) => Promise<void> | void;

/** Suffix of a backup until it is complete. */
export const UNFINISHED = '.unfinished';

/** Folder of automatic backups. */
export const copiesFolder = (dataDir: string): string => join(dataDir, 'backups');

/** Creates the folder of backups, which only its owner can read. */
export function makeCopiesFolder(dataDir: string): string {
  const folder = copiesFolder(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/**
 * Atomic: the file appears only when it is complete and on disk.
 * @throws FileRefused when there is no database, the target exists and `mayReplace` is false, the target's
 * folder does not exist, or the target is the database itself. Nothing is changed in these cases.
 */
export async function writeCopy(
  source: string,
  file: string,
  madeOn: Day,
  mayReplace: boolean,
  copy: CopyFile,
): Promise<void> {
  if (!existsSync(source)) throw new FileRefused('no-database', { file: source });
  const target = resolve(file);
  const folder = dirname(target);
  if (!existsSync(folder)) throw new FileRefused('no-folder', { file: folder });
  if (existsSync(target)) {
    if (realpathSync(target) === realpathSync(source)) throw new FileRefused('same-file', { file });
    if (!mayReplace) throw new FileRefused('exists', { file });
  }
  const unfinished = join(folder, `.${basename(target)}.${process.pid}${UNFINISHED}`);
  try {
    await copy(source, unfinished, madeOn);
    renameSync(unfinished, target);
    syncFolder(folder);
  } finally {
    for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(`${unfinished}${ending}`, { force: true });
  }
}

/** Fsyncs a folder, so that renames in it are durable. Windows does not support it. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
