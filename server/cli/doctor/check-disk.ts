import { type Finding, finding } from './finding.ts';

/** Minimum free space, whatever the size of the database. */
const LEAST_FREE_BYTES = 500_000_000;
/**
 * Required free space as a multiple of the database's size: backups, the WAL and an upgrade all need space.
 */
const TIMES_DATABASE = 3;

/** Sizes in bytes. */
export function checkDisk(freeBytes: number, databaseBytes: number): Finding {
  const free = Math.floor(freeBytes / 1_000_000);
  return freeBytes < Math.max(LEAST_FREE_BYTES, TIMES_DATABASE * databaseBytes)
    ? finding('problem', 'disk-full', { free })
    : finding('ok', 'disk-ok', { free });
}
