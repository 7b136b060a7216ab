import { AppError } from '../lib/errors.ts';

/** Concurrency limits; they leave processor time for citizens, and a place for those who go first. */
const AT_ONCE = 2;
const OTHERS_AT_ONCE = 1;
/** Limit of each queue: requests further back would time out. */
const MAX_WAITING = 64;

export class PasswordsBusy extends Error {
  override readonly name = 'PasswordsBusy';
}

/** @throws AppError `unavailable` `passwords-busy` in place of PasswordsBusy; any other error as it is. */
export function refuseBusy(error: unknown): never {
  if (error instanceof PasswordsBusy) throw new AppError('unavailable', 'passwords-busy');
  throw error;
}

/**
 * Runs at most `AT_ONCE` tasks at a time, of those that do not go first at most `OTHERS_AT_ONCE`. Tasks wait in two
 * queues, each first in, first out.
 * @throws PasswordsBusy when the queue is full.
 */
export function createPasswordQueue(): <Result>(
  task: () => Promise<Result>,
  isFirst: boolean,
) => Promise<Result> {
  const running = { first: 0, others: 0 };
  const waiting: Record<keyof typeof running, (() => void)[]> = { first: [], others: [] };
  const hasPlace = (line: keyof typeof running): boolean =>
    running.first + running.others < AT_ONCE && (line === 'first' || running.others < OTHERS_AT_ONCE);
  const leave = (line: keyof typeof running) => {
    running[line] -= 1;
    for (const next of ['first', 'others'] as const) {
      if (!hasPlace(next)) continue;
      const start = waiting[next].shift();
      if (start === undefined) continue;
      running[next] += 1;
      start();
    }
  };
  return async (task, isFirst) => {
    const line = isFirst ? 'first' : 'others';
    if (hasPlace(line)) running[line] += 1;
    else {
      if (waiting[line].length >= MAX_WAITING) throw new PasswordsBusy();
      await new Promise<void>((resolve) => waiting[line].push(resolve));
    }
    try {
      return await task();
    } finally {
      leave(line);
    }
  };
}
