import { chownSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Day } from '../lib/day.ts';
import { checkReportedSeals } from '../reporting/close-periods.ts';
import { rebuildTallies, recount } from '../response/recount.ts';
import { type SealFault, verifySeals } from '../seal/verify-seals.ts';
import { deleteAllLinks } from '../staff/one-time-link.store.ts';
import { deleteAllSessions } from '../staff/session.store.ts';
import { openDatabase } from '../storage/database.ts';
import { FileRefused } from '../storage/file-refused.ts';
import { hasOwnTriggers, migrate } from '../storage/migrate.ts';
import {
  checkDatabase,
  claimDatabase,
  extractDatabase,
  type MeasuredFile,
  measureFile,
} from '../storage/sqlite-file.ts';
import { inTransaction } from '../storage/transaction.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import { countReceived } from '../tally/tally.store.ts';
import { findInstallation } from '../unit/installation.store.ts';
import { insertPublicEvent } from '../unit/public-event.store.ts';
import { listUnits } from '../unit/unit.store.ts';
import { removeDatabase, syncFolder, UNFINISHED } from './copies.ts';

export interface RestoreRequest {
  readonly file: string;
  /** Path of the installation's database; the file may not exist. */
  readonly database: string;
  readonly surveys: SurveyCatalogue;
  readonly today: Day;
  /** Rebuilds tallies that differ from the ballots instead of rejecting the backup. */
  readonly isRepair: boolean;
  /** Accepts a backup whose data differ from its seals. A public line then names the difference. */
  readonly despiteSeals: boolean;
  /** Accepts a backup of the trial although the installation has started officially. A public line then says so. */
  readonly beforeStart: boolean;
}

/**
 * Replaces the database by a backup. First the backup is checked, migrated, recounted and its seals verified in a
 * separate file; the previous database is kept in the same folder. The public log of every unit gets an entry.
 * Sessions and one-time links in the backup are deleted.
 * @throws FileRefused when the file is not a complete database of this program, or the current database is in use.
 * Nothing is changed in these cases.
 */
export async function restoreCopy(request: RestoreRequest) {
  const database = resolve(request.database);
  if (resolve(request.file) === database) throw new FileRefused('same-file', { file: request.file });
  const measured = measureFile(request.file);
  const folder = dirname(database);
  const isNewFolder = !existsSync(folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // A fixed name, so that the next restore overwrites the file of an interrupted one.
  const prepared = join(folder, `.restore${UNFINISHED}`);
  // The lock is held until the end, so that no server starts on the old data.
  const claimed = claimDatabase(database);
  let isReleased = false;
  let isDone = false;
  try {
    removeDatabase(prepared);
    const isOfficial = claimed?.isOfficial ?? false;
    const { ballots, repaired, sealFault } = await prepare(request, measured, prepared, isOfficial);
    keepOwner(prepared, existsSync(database) ? database : folder);
    isReleased = true;
    claimed?.settle();
    const aside = putInPlace(prepared, database, request.today);
    isDone = true;
    return {
      /** null for a file that the backup command did not write. */
      madeOn: measured.trailer?.madeOn ?? null,
      ballots,
      /** Path of the previous database; null when there was none. */
      aside,
      /** Number of tallies that differed from the ballots and were repaired. */
      repaired,
      /** First day whose data differ from its seal; null: there is none. */
      sealFault,
    };
  } finally {
    if (!isReleased) claimed?.release();
    removeDatabase(prepared);
    if (isNewFolder && !isDone) rmSync(folder, { recursive: true, force: true });
  }
}

async function prepare(
  { file, surveys, today, isRepair, despiteSeals, beforeStart }: RestoreRequest,
  measured: MeasuredFile,
  prepared: string,
  isOfficial: boolean,
) {
  extractDatabase(file, measured, prepared);
  checkDatabase(prepared, file);
  const db = await openDatabase(`sqlite:${prepared}`);
  try {
    await migrate(db);
    if (!(await hasOwnTriggers(db))) throw new FileRefused('foreign', { file });
    // Sessions and one-time links that ended after the backup was made must not become valid again.
    await inTransaction(db, async (trx) => {
      await deleteAllSessions(trx);
      await deleteAllLinks(trx);
    });
    const goesBack = isOfficial && (await findInstallation(db))?.official_since === null;
    if (goesBack && !beforeStart) throw new FileRefused('before-start', { file });
    const units = await listUnits(db);
    let repaired = 0;
    for (const { code } of units)
      repaired += (await (isRepair ? rebuildTallies : recount)(db, surveys, code)).length;
    if (repaired > 0 && !isRepair) throw new FileRefused('tallies-differ', { file, count: repaired });
    const copied_on = measured.trailer?.madeOn ?? null;
    let ballots = 0;
    let sealFault: SealFault | null = null;
    for (const { code } of units) {
      const fault =
        (await verifySeals(db, surveys, code, today)).fault ?? (await checkReportedSeals(db, code));
      if (fault && !despiteSeals) throw new FileRefused('seals-differ', { file, day: fault.day });
      sealFault ??= fault;
      ballots += await countReceived(db, code);
      await inTransaction(db, async (trx) => {
        await insertPublicEvent(trx, code, { day: today, kind: 'restored', params: { copied_on } });
        if (goesBack)
          await insertPublicEvent(trx, code, { day: today, kind: 'trial-restored', params: { copied_on } });
        if (fault === null) return;
        await insertPublicEvent(trx, code, { day: today, kind: 'seal-differs', params: { from: fault.day } });
      });
    }
    return { ballots, repaired, sealFault };
  } finally {
    await db.destroy();
  }
}

/** Gives the new file the owner of the old one: root may restore for a server that runs as another user. */
function keepOwner(prepared: string, model: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(model);
  chownSync(prepared, uid, gid);
}

/** If the second rename fails, the first is undone. */
function putInPlace(prepared: string, database: string, today: Day): string | null {
  const folder = dirname(database);
  const aside = existsSync(database) ? freeName(database, today) : null;
  if (aside !== null) {
    // The WAL is moved too: if the database is too damaged to open, only the WAL may be readable.
    for (const ending of ['-wal', '-shm', '']) {
      if (existsSync(`${database}${ending}`)) renameSync(`${database}${ending}`, `${aside}${ending}`);
    }
  }
  try {
    renameSync(prepared, database);
  } catch (error) {
    if (aside !== null) renameSync(aside, database);
    throw error;
  }
  syncFolder(folder);
  return aside;
}

function freeName(database: string, today: Day): string {
  const base = `${basename(database).replace(/\.sqlite$/, '')}-before-restore-${today}`;
  for (let count = 1; ; count += 1) {
    const path = join(dirname(database), `${base}${count === 1 ? '' : `-${count}`}.sqlite`);
    if (!existsSync(path)) return path;
  }
}
