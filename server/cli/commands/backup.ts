import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { backupVi } from '../../../web/messages/backup.vi.ts';
import { writeCopy } from '../../backup/copies.ts';
import { type RestoreRequest, restoreCopy } from '../../backup/restore-copy.ts';
import type { Config } from '../../config.ts';
import type { Clock } from '../../lib/clock.ts';
import { dayOf } from '../../lib/day.ts';
import { findProjectRoot } from '../../lib/project-root.ts';
import { FileRefused } from '../../storage/file-refused.ts';
import { copyDatabase, sqlitePathOf } from '../../storage/sqlite-file.ts';
import { loadSurveys } from '../../survey/load-surveys.ts';
import { describeFault } from './seals.ts';

type Print = (line: string) => void;

/** Can run next to a server. Exit code 1 when the target file is refused. */
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

/** For commands that need a SQLite file: prints that the database is not one. Exit code 2. */
function explainNoFile(config: Config, print: Print, lines: readonly string[]): number {
  for (const line of config.databaseUrl.startsWith('sqlite:') ? [backupVi.inMemory] : lines) print(line);
  return 2;
}

/** Prints a refusal or a file system error and returns exit code 1; rethrows any other error. */
function explainRefusal(error: unknown, print: Print): number {
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

/** The server must be stopped. Exit code 1 when the backup is refused. */
export async function restoreCommand(
  config: Config,
  clock: Clock,
  file: string,
  options: Pick<RestoreRequest, 'isRepair' | 'despiteSeals' | 'beforeStart'>,
  print: (line: string) => void,
): Promise<number> {
  const database = sqlitePathOf(config.databaseUrl);
  if (database === null) {
    return explainNoFile(config, print, [
      backupVi.postgresRestore,
      `  pg_restore --clean --if-exists --single-transaction --dbname="$DATABASE_URL" ${file}`,
      backupVi.postgresRecount,
    ]);
  }
  const surveys = loadSurveys(join(findProjectRoot(), 'surveys'));
  const today = dayOf(clock.now());
  try {
    const { ballots, madeOn, aside, repaired, sealFault } = await restoreCopy({
      file,
      database,
      surveys,
      today,
      ...options,
    });
    print(backupVi.restored(file, ballots));
    if (madeOn !== null) print(backupVi.madeOn(madeOn));
    if (repaired > 0) print(backupVi.repaired(repaired));
    if (sealFault !== null) print(backupVi.despiteSeals(describeFault(sealFault)));
    if (aside !== null) print(backupVi.aside(aside));
    print(backupVi.public);
    return 0;
  } catch (error) {
    return explainRefusal(error, print);
  }
}
