import { dayOfDailyCopy } from '../../backup/copy-names.ts';
import type { CopyFailure } from '../../backup/daily-copy.ts';
import { type Day, daysBetween } from '../../lib/day.ts';
import { type Finding, finding } from './finding.ts';

export interface CopyFacts {
  /** File names in the folder of backups. */
  readonly names: readonly string[];
  readonly failure: CopyFailure | null;
  /** Whether a server is running; a running server makes a backup each day. */
  readonly isServing: boolean;
  readonly today: Day;
  /** Whether the newest backup matches its digest; null: there is no backup. */
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
