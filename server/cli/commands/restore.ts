import { join } from 'node:path';
import { backupVi } from '../../../web/messages/backup.vi.ts';
import { type RestoreRequest, restoreCopy } from '../../backup/restore-copy.ts';
import type { Config } from '../../config.ts';
import type { Clock } from '../../lib/clock.ts';
import { dayOf } from '../../lib/day.ts';
import { findProjectRoot } from '../../lib/project-root.ts';
import { sqlitePathOf } from '../../storage/sqlite-file.ts';
import { loadSurveys } from '../../survey/load-surveys.ts';
import { explainNoFile, explainRefusal } from './back-up.ts';
import { describeFault } from './verify-seals.ts';

/** The server must be stopped. Exit code 1 when the file is refused. */
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
