import { accessSync, constants, existsSync, readdirSync, realpathSync, statfsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { copiesFolder, findCopyFailure } from '../../backup/copies.ts';
import { loadClockEvidence } from '../../clock/confirm-clock.ts';
import type { Config } from '../../config.ts';
import { listOwnHosts } from '../../http/host-check.ts';
import { findLanAddress, publicAddress } from '../../http/public-address.ts';
import type { Clock } from '../../lib/clock.ts';
import { type Day, dayOf } from '../../lib/day.ts';
import { openDatabase } from '../../storage/database.ts';
import type { Db } from '../../storage/schema.ts';
import { isServed } from '../../storage/server-lock.ts';
import { hashCopy, measureFile, sqlitePathOf } from '../../storage/sqlite-file.ts';
import { type StorageCause, storageCauseOf } from '../../storage/storage-cause.ts';
import type { SurveyCatalogue } from '../../survey/definition.ts';
import {
  checkClock,
  checkCopies,
  checkDisk,
  checkFile,
  checkFolder,
  checkPermissions,
  checkTallies,
  databaseTrouble,
  findNewestCopy,
  type PathRights,
} from './check-data.ts';
import {
  checkAddress,
  checkPort,
  checkPublicUrl,
  judgeCertificate,
  readCertificate,
} from './check-network.ts';
import { type Finding, finding } from './finding.ts';

interface Installation {
  readonly config: Config;
  readonly clock: Clock;
  readonly surveys: SurveyCatalogue;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Also checks every index entry and compares every ballot with its tally, which is slow. */
  readonly isThorough: boolean;
}

export async function runChecks(installation: Installation): Promise<Finding[]> {
  const { config } = installation;
  const port = await checkPort(config.host, config.port);
  const found = [
    port,
    ...checkAddress({
      publicUrl: config.publicUrl,
      shownAddress: publicAddress(config),
      isOnlyHere: ['127.0.0.1', '::1', 'localhost'].includes(config.host),
      lanAddress: findLanAddress(),
      ownHosts: listOwnHosts(),
    }),
    ...(await checkPublicAddress(installation)),
    ...withoutRights(() => checkDataFolder(installation, port.code === 'port-served')),
    ...(await checkData(installation, port)),
  ];
  const isFirst = (code: string, index: number) => found.findIndex((other) => other.code === code) === index;
  return found.filter(({ code }, index) => !code.startsWith('database-') || isFirst(code, index));
}

/** Reports a folder that this user may not enter, because it would otherwise seem empty. */
function withoutRights(check: () => Finding[]): Finding[] {
  try {
    return check();
  } catch (error) {
    const { code = '' } = error as { code?: string };
    return [databaseTrouble(storageCauseOf(error) ?? 'no-rights', code)];
  }
}

const isMissing = (path: string): boolean => {
  try {
    return statSync(path, { throwIfNoEntry: false }) === undefined;
  } catch {
    return false;
  }
};

async function checkPublicAddress({ config: { publicUrl }, clock }: Installation): Promise<Finding[]> {
  if (publicUrl === null) return [];
  const found = [await checkPublicUrl(publicUrl)];
  if (publicUrl.startsWith('https:')) {
    found.push(judgeCertificate(await readCertificate(publicUrl), clock.now()));
  }
  return found;
}

function checkDataFolder({ config, environment }: Installation, isServing: boolean): Finding[] {
  const source = sqlitePathOf(config.databaseUrl);
  if (isMissing(config.dataDir))
    return isServing ? [] : [finding('note', 'no-data-folder', { path: config.dataDir })];
  const folder = realpathSync(config.dataDir);
  const { bavail, bsize, type } = statfsSync(folder);
  const syncedRoots = ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer']
    .map((name) => environment[name])
    .filter((root): root is string => root !== undefined && root !== '');
  const places = new Set([folder]);
  const files: string[] = [];
  if (source !== null && existsSync(source)) {
    const database = realpathSync(source);
    places.add(dirname(database));
    files.push(database);
  }
  const databaseBytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  const fileSystem = process.platform === 'linux' ? type : null;
  return [
    checkDisk(bavail * bsize, databaseBytes),
    ...[...places].map((place) => checkFolder(place, fileSystem, syncedRoots)),
    ...checkPermissions([...places, ...files].map(readRights)),
  ];
}

function readRights(path: string): PathRights {
  const found = statSync(path);
  let isWritable = true;
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
  } catch {
    isWritable = false;
  }
  const mode = process.platform === 'win32' ? null : found.mode;
  return { path, mode, isFolder: found.isDirectory(), isWritable };
}

async function checkData(installation: Installation, port: Finding): Promise<Finding[]> {
  const { config, clock } = installation;
  const source = sqlitePathOf(config.databaseUrl);
  const isServing = port.code === 'port-served';
  // The running server's own finding comes first: only the server knows whether the file was replaced after it was
  // opened.
  const cause = port.params.cause as StorageCause | undefined;
  const told = cause === undefined ? [] : [databaseTrouble(cause, 'readyz')];
  if (source !== null && isMissing(source)) {
    const missing = isServing && told.length === 0 ? databaseTrouble('replaced', 'ENOENT') : null;
    const none = finding('note', 'no-database-yet', { path: resolve(source) });
    return [checkClock(clock.now(), null), ...told, ...(isServing ? (missing ? [missing] : []) : [none])];
  }
  const file = source === null ? null : checkFile(source, installation.isThorough);
  const isReadable = file === null || file.level === 'ok' || file.code === 'database-busy';
  const inside = isReadable ? await readDatabase(installation) : { from: null, found: [] };
  return [
    checkClock(clock.now(), inside.from),
    ...told,
    ...(file === null ? [] : [file]),
    ...inside.found,
    ...(source !== null && !isServing && isServed(source)
      ? [finding('problem', 'server-elsewhere', { path: resolve(source) })]
      : []),
    ...(source === null
      ? [finding('note', 'copy-postgres')]
      : withoutRights(() => readCopies(config, dayOf(clock.now()), isServing))),
  ];
}

async function readDatabase(installation: Installation): Promise<{ from: Day | null; found: Finding[] }> {
  const { config, isThorough, surveys } = installation;
  let db: Db | undefined;
  try {
    db = await openDatabase(config.databaseUrl, 'requests');
    const { from } = await loadClockEvidence(db);
    if (!isThorough) return { from, found: [] };
    await db.destroy();
    db = await openDatabase(config.databaseUrl, 'work');
    return { from, found: [await checkTallies(db, surveys)] };
  } catch (error) {
    // The message is not printed, because a database driver may quote the URL with the password.
    const { cause } = error as { cause?: unknown };
    const code = (cause as { code?: string } | undefined)?.code ?? (error as { code?: string }).code;
    const reason = code ?? (error as Error).name;
    const trouble = storageCauseOf(error);
    const found =
      trouble === null
        ? finding('problem', db ? 'database-unreadable' : 'database-unreachable', { reason })
        : databaseTrouble(trouble, reason);
    return { from: null, found: [found] };
  } finally {
    await db?.destroy();
  }
}

function readCopies({ dataDir }: Config, today: Day, isServing: boolean): Finding[] {
  const folder = copiesFolder(dataDir);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const newest = findNewestCopy(names);
  const isNewestWhole = newest === null ? null : isIntact(join(folder, newest));
  return checkCopies({ names, failure: findCopyFailure(dataDir), isServing, today, isNewestWhole });
}

function isIntact(copy: string): boolean {
  try {
    const { databaseBytes, trailer } = measureFile(copy);
    return trailer !== null && trailer.sha256 === hashCopy(copy, databaseBytes, trailer.madeOn);
  } catch {
    return false;
  }
}
