import { accessSync, type BigIntStats, constants, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { type StorageCause, storageCauseOf } from './storage-cause.ts';

/** Below this, SQLite cannot even grow its log by a few ballots. */
const LEAST_FREE_BYTES = 1_000_000;

/** Watches the file that is open under a path. */
export interface FileWatch {
  /** Whether the path leads to another file now, or to none: writes to the open file are then lost. */
  isReplaced(): boolean;
  /** What would keep the next ballot from being written; null: nothing that can be seen without writing. */
  findTrouble(): StorageCause | null;
}

export function watchFile(path: string): FileWatch {
  const find = (): BigIntStats | undefined => statSync(path, { bigint: true, throwIfNoEntry: false });
  const opened = find();
  const isReplaced = () => {
    try {
      const now = find();
      return now === undefined || now.ino !== opened?.ino || now.dev !== opened.dev;
    } catch {
      // The folder cannot be read any more: the cause is missing rights, not a replaced file.
      return false;
    }
  };
  return {
    isReplaced,
    findTrouble() {
      if (isReplaced()) return 'replaced';
      try {
        for (const place of [path, dirname(path)]) accessSync(place, constants.R_OK | constants.W_OK);
        const { bavail, bsize } = statfsSync(path);
        return bavail * bsize < LEAST_FREE_BYTES ? 'full' : null;
      } catch (error) {
        return storageCauseOf(error);
      }
    },
  };
}
