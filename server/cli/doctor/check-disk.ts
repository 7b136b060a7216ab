import { type Finding, finding } from './finding.ts';

/** Minimum for a database of any size. */
const LEAST_FREE_BYTES = 500_000_000;
/** Backups, the WAL and an upgrade need several times the database's size. */
const TIMES_DATABASE = 3;

/** Sizes in bytes. */
export function checkDisk(freeBytes: number, databaseBytes: number): Finding {
  const free = Math.floor(freeBytes / 1_000_000);
  return freeBytes < Math.max(LEAST_FREE_BYTES, TIMES_DATABASE * databaseBytes)
    ? finding('problem', 'disk-full', { free })
    : finding('ok', 'disk-ok', { free });
}
