import { accessSync, constants, existsSync, readdirSync, realpathSync, statfsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { findCopyFailure } from '../../backup/daily-copy.ts';
import { copiesFolder } from '../../backup/write-copy.ts';
import type { Config } from '../../config.ts';
import { listOwnHosts } from '../../http/host-check.ts';
import { findLanAddress, publicAddress } from '../../http/public-address.ts';
import type { Clock } from '../../lib/clock.ts';
import { type Day, dayOf, laterOf } from '../../lib/day.ts';
import { listBallotDays } from '../../response/ballot.store.ts';
import { findLastSettledDay } from '../../response/settled-day.store.ts';
import { openDatabase } from '../../storage/database.ts';
import type { Db } from '../../storage/schema.ts';
import { hashCopy, measureFile, sqlitePathOf } from '../../storage/sqlite-file.ts';
import type { SurveyCatalogue } from '../../survey/definition.ts';
import { listUnits } from '../../unit/unit.store.ts';
import { checkAddress } from './check-address.ts';
import { judgeCertificate, readCertificate } from './check-certificate.ts';
import { checkClock } from './check-clock.ts';
import { checkCopies, findNewestCopy } from './check-copies.ts';
import { checkFile, checkTallies } from './check-database.ts';
import { checkDisk } from './check-disk.ts';
import { checkFolder } from './check-folder.ts';
import { checkPermissions, type PathRights } from './check-permissions.ts';
import { checkPort } from './check-port.ts';
import { checkPublicUrl } from './check-public-url.ts';
import { type Finding, finding } from './finding.ts';

interface Installation {
  readonly config: Config;
  readonly clock: Clock;
  readonly surveys: SurveyCatalogue;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether to check also every index entry and compare every ballot with its tally, which is slow. */
  readonly isThorough: boolean;
}

/** Runs all checks without changing the database. */
export async function runChecks(installation: Installation): Promise<Finding[]> {
  const { config } = installation;
  const port = await checkPort(config.host, config.port);
  return [
    port,
    ...checkAddress({
      publicUrl: config.publicUrl,
      shownAddress: publicAddress(config),
      isOnlyHere: ['127.0.0.1', '::1', 'localhost'].includes(config.host),
      lanAddress: findLanAddress(),
      ownHosts: listOwnHosts(),
    }),
    ...(await checkPublicAddress(installation)),
    ...checkDataFolder(installation),
    ...(await checkData(installation, port.code === 'port-served')),
  ];
}

async function checkPublicAddress({ config: { publicUrl }, clock }: Installation): Promise<Finding[]> {
  if (publicUrl === null) return [];
  const found = [await checkPublicUrl(publicUrl)];
  if (publicUrl.startsWith('https:')) {
    found.push(judgeCertificate(await readCertificate(publicUrl), clock.now()));
  }
  return found;
}

function checkDataFolder({ config, environment }: Installation): Finding[] {
  const source = sqlitePathOf(config.databaseUrl);
  if (!existsSync(config.dataDir)) return [finding('note', 'no-data-folder', { path: config.dataDir })];
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

async function checkData(installation: Installation, isServing: boolean): Promise<Finding[]> {
  const { config, clock } = installation;
  const source = sqlitePathOf(config.databaseUrl);
  if (source !== null && !existsSync(source)) {
    return [checkClock(clock.now(), null), finding('note', 'no-database-yet', { path: resolve(source) })];
  }
  const file = source === null ? null : checkFile(source, installation.isThorough);
  const inside = file?.level === 'problem' ? { lastDay: null, found: [] } : await readDatabase(installation);
  return [
    checkClock(clock.now(), inside.lastDay),
    ...(file === null ? [] : [file]),
    ...inside.found,
    ...(source === null
      ? [finding('note', 'copy-postgres')]
      : readCopies(config, dayOf(clock.now()), isServing)),
  ];
}

async function readDatabase(installation: Installation): Promise<{ lastDay: Day | null; found: Finding[] }> {
  let db: Db;
  try {
    db = await openDatabase(installation.config.databaseUrl);
  } catch (error) {
    // The message is not printed: a driver may quote the URL with its password.
    const cause = (error as Error).cause as { code?: string } | undefined;
    const reason = cause?.code ?? (error as Error).name;
    return { lastDay: null, found: [finding('problem', 'database-unreachable', { reason })] };
  }
  try {
    let lastDay = await findLastSettledDay(db);
    for (const { code } of await listUnits(db)) {
      const day = (await listBallotDays(db, code)).at(-1);
      if (day !== undefined) lastDay = lastDay === null ? day : laterOf(day, lastDay);
    }
    return { lastDay, found: installation.isThorough ? [await checkTallies(db, installation.surveys)] : [] };
  } catch (error) {
    return { lastDay: null, found: [finding('problem', 'database-unreadable', { reason: String(error) })] };
  } finally {
    await db.destroy();
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
