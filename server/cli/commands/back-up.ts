import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { backupVi } from '../../../web/messages/backup.vi.ts';
import { writeCopy } from '../../backup/write-copy.ts';
import type { Config } from '../../config.ts';
import type { Clock } from '../../lib/clock.ts';
import { dayOf } from '../../lib/day.ts';
import { FileRefused } from '../../storage/file-refused.ts';
import { copyDatabase, sqlitePathOf } from '../../storage/sqlite-file.ts';

type Print = (line: string) => void;

/** Makes a backup, also while a server runs. Exit code 1 when the file is refused. */
export async function backUpCommand(
  config: Config,
  clock: Clock,
  file: string,
  isForced: boolean,
  print: Print,
): Promise<number> {
  const source = sqlitePathOf(config.databaseUrl);
  if (source === null) {
    return explainNoFile(config, print, [
      backupVi.postgres,
      `  pg_dump --format=custom --file=${file} "$DATABASE_URL"`,
    ]);
  }
  try {
    await writeCopy(source, file, dayOf(clock.now()), isForced, copyDatabase);
  } catch (error) {
    return explainRefusal(error, print);
  }
  print(backupVi.made(resolve(file), statSync(file).size));
  print(backupVi.keepElsewhere);
  return 0;
}

/** Prints that the configured database is not a file, so the command does not apply. Exit code 2. */
export function explainNoFile(config: Config, print: Print, lines: readonly string[]): number {
  for (const line of config.databaseUrl.startsWith('sqlite:') ? [backupVi.inMemory] : lines) print(line);
  return 2;
}

/** Prints a refusal or a file system error; rethrows anything else. Exit code 1. */
export function explainRefusal(error: unknown, print: Print): number {
  if (error instanceof FileRefused) {
    print(backupVi.refused[error.code]?.(error.params) ?? error.message);
  } else if (error instanceof Error && typeof (error as { code?: unknown }).code === 'string') {
    print(backupVi.failed(error.message));
  } else {
    throw error;
  }
  print(backupVi.nothingChanged);
  return 1;
}
