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

/** Writes a checked copy of a database to a file that does not exist yet. */
export type CopyFile = (source: string, target: string, madeOn: Day) => Promise<void> | void;

/** What a copy is called until it is whole. */
export const UNFINISHED = '.unfinished';

/** The folder of the copies that the product makes by itself. */
export const copiesFolder = (dataDir: string): string => join(dataDir, 'backups');

/** Makes that folder where it is missing, for its owner alone. */
export function makeCopiesFolder(dataDir: string): string {
  const folder = copiesFolder(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/**
 * Copies a database to a file, which appears under its name only when it is whole and on disk.
 * @throws FileRefused when there is no database, the file exists and `mayReplace` is off, its folder does
 *   not exist, or it is the database itself; nothing is changed then.
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

/** Puts the names in a folder on disk; Windows does so by itself and cannot be asked to. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
