import { type Finding, finding } from './finding.ts';

/** Below this much a database of any size is in danger. */
const LEAST_FREE_BYTES = 500_000_000;
/** Copies, the log and an upgrade take the database's size several times. */
const TIMES_DATABASE = 3;

/** Whether the disk has room for ballots and copies. Sizes in bytes. */
export function checkDisk(freeBytes: number, databaseBytes: number): Finding {
  const free = Math.floor(freeBytes / 1_000_000);
  return freeBytes < Math.max(LEAST_FREE_BYTES, TIMES_DATABASE * databaseBytes)
    ? finding('problem', 'disk-full', { free })
    : finding('ok', 'disk-ok', { free });
}
