import type { CopyFailure } from '../../backup/copies.ts';
import { dayOfDailyCopy } from '../../backup/copy-names.ts';
import { isPlausibleDay } from '../../lib/believed-clock.ts';
import { type Day, dayOf, daysBetween, toVietnamTime, yearOf } from '../../lib/day.ts';
import { recount } from '../../response/recount.ts';
import type { Db } from '../../storage/schema.ts';
import { findTrouble } from '../../storage/sqlite-file.ts';
import type { StorageCause } from '../../storage/storage-cause.ts';
import type { SurveyCatalogue } from '../../survey/definition.ts';
import { listUnits } from '../../unit/unit.store.ts';
import { type Finding, finding } from './finding.ts';

/**
 * Only a damaged file gets the message that advises a restore, because a restore loses what was stored after the
 * backup.
 */
export const databaseTrouble = (cause: StorageCause, detail: string): Finding =>
  finding('problem', `database-${cause}`, { reason: detail.slice(0, 200) });

/** `isThorough` also checks every index entry, which is slow. */
export function checkFile(path: string, isThorough: boolean): Finding {
  const found = findTrouble(path, isThorough);
  return found === null ? finding('ok', 'database-ok') : databaseTrouble(found.cause, found.detail);
}

export async function checkTallies(db: Db, surveys: SurveyCatalogue): Promise<Finding> {
  let count = 0;
  for (const { code } of await listUnits(db)) count += (await recount(db, surveys, code)).length;
  return count === 0 ? finding('ok', 'tallies-ok') : finding('problem', 'tallies-differ', { count });
}

const FIRST_YEAR = 2024;
const LAST_YEAR = 2099;

/** `from`: the earliest possible date of today (`ClockEvidence`); null: unknown. */
export function checkClock(now: Date, from: Day | null): Finding {
  const today = dayOf(now);
  const shown = toVietnamTime(now).slice(0, 16).replace('T', ' ');
  if (yearOf(today) < FIRST_YEAR || yearOf(today) > LAST_YEAR) {
    return finding('problem', 'clock-year', { now: shown });
  }
  if (from !== null && (today < from || !isPlausibleDay(today, from))) {
    return finding('problem', today < from ? 'clock-behind' : 'clock-ahead', {
      now: shown,
      today,
      day: from,
    });
  }
  return finding('ok', 'clock-ok', { now: shown });
}

export interface CopyFacts {
  readonly names: readonly string[];
  readonly failure: CopyFailure | null;
  /** A running server makes a backup each day, so a backup of an earlier day is then a problem. */
  readonly isServing: boolean;
  readonly today: Day;
  /** Whether the newest backup matches its hash; null: there is no backup. */
  readonly isNewestWhole: boolean | null;
}

const LONGEST_PAUSE_DAYS = 14;

export function findNewestCopy(names: readonly string[]): string | null {
  return (
    names
      .filter((name) => dayOfDailyCopy(name) !== null)
      .sort()
      .at(-1) ?? null
  );
}

export function checkCopies({ names, failure, isServing, today, isNewestWhole }: CopyFacts): Finding[] {
  const found: Finding[] = [];
  if (failure !== null) {
    found.push(finding('problem', 'copy-failed', { at: failure.at, reason: failure.reason }));
  }
  const newest = findNewestCopy(names);
  const day = newest === null ? null : dayOfDailyCopy(newest);
  if (newest === null || day === null) return [...found, finding('problem', 'copy-none')];
  if (isNewestWhole === false) found.push(finding('problem', 'copy-damaged', { file: newest }));
  const age = daysBetween(day, today);
  const isOld = age > LONGEST_PAUSE_DAYS || (isServing && age > 1);
  if (isOld) found.push(finding('problem', 'copy-old', { day, age }));
  return found.length > 0 ? found : [finding('ok', 'copy-ok', { day })];
}

/** Minimum of free space, at any size of the database. */
const LEAST_FREE_BYTES = 500_000_000;
/** Required free space as a multiple of the database's size: backups, the WAL and an upgrade need space. */
const TIMES_DATABASE = 3;

/** Sizes in bytes. */
export function checkDisk(freeBytes: number, databaseBytes: number): Finding {
  const free = Math.floor(freeBytes / 1_000_000);
  return freeBytes < Math.max(LEAST_FREE_BYTES, TIMES_DATABASE * databaseBytes)
    ? finding('problem', 'disk-full', { free })
    : finding('ok', 'disk-ok', { free });
}

/** Folders of sync clients, which may copy the database in the middle of a write. */
const SYNCED =
  /^(onedrive( - .+)?|dropbox( \(.+\))?|google ?drive|my drive|icloud ?drive|mobile documents|nextcloud|box sync)$/i;

/** Network file systems by `statfs` type on Linux: NFS, SMB, CIFS, SMB2, 9P, AFS. */
const NETWORK_TYPES: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x01021997, 0x5346414f,
]);

/**
 * SQLite is not safe on network file systems or in synced folders. `path` must be absolute, without symbolic links;
 * `fileSystem` is the `statfs` type, null: unknown; `syncedRoots` are synced folders by environment variable.
 */
export function checkFolder(
  path: string,
  fileSystem: number | null,
  syncedRoots: readonly string[],
): Finding {
  if (/^(\\\\|\/\/)[^?.]/.test(path) || (fileSystem !== null && NETWORK_TYPES.has(fileSystem >>> 0))) {
    return finding('problem', 'folder-network', { path });
  }
  const segments = path.split(/[\\/]+/);
  const lower = `${path.toLowerCase()}/`.replaceAll('\\', '/');
  const isBelow = (root: string) => lower.startsWith(`${root.toLowerCase().replaceAll('\\', '/')}/`);
  const synced = segments.find((segment) => SYNCED.test(segment)) ?? syncedRoots.find(isBelow);
  return synced === undefined
    ? finding('ok', 'folder-ok', { path })
    : finding('problem', 'folder-synced', { path, program: synced });
}

export interface PathRights {
  readonly path: string;
  /** File mode from `stat`; null on Windows, which has no mode. */
  readonly mode: number | null;
  readonly isFolder: boolean;
  readonly isWritable: boolean;
}

/** The server must be able to write, and no other user may read the files or write to the folders. */
export function checkPermissions(rights: readonly PathRights[]): Finding[] {
  const faults = rights.flatMap(({ path, mode, isFolder, isWritable }) => {
    if (!isWritable) return [finding('problem', 'not-writable', { path })];
    if (mode === null) return [];
    const forbidden = isFolder ? 0o022 : 0o077;
    if ((mode & forbidden) === 0) return [];
    return [
      finding('problem', isFolder ? 'folder-open' : 'file-open', {
        path,
        mode: (mode & 0o777).toString(8),
      }),
    ];
  });
  if (faults.length > 0) return faults;
  const isUnknown = rights.some(({ mode }) => mode === null);
  return [isUnknown ? finding('note', 'permissions-windows') : finding('ok', 'permissions-ok')];
}
