import { AppError } from '../lib/errors.ts';

/** Concurrency limit; leaves processor time for citizens. */
const AT_ONCE = 2;
/** Limit of the queue: requests further back would time out. */
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
 * Runs at most `AT_ONCE` tasks at a time. Tasks wait in two queues, each first in, first out.
 * @throws PasswordsBusy when the queue is full.
 */
export function createPasswordQueue(): <Result>(
  task: () => Promise<Result>,
  isFirst: boolean,
) => Promise<Result> {
  let running = 0;
  const first: (() => void)[] = [];
  const waiting: (() => void)[] = [];
  const leave = () => {
    const next = first.shift() ?? waiting.shift();
    if (next) next();
    else running -= 1;
  };
  return async (task, isFirst) => {
    if (running >= AT_ONCE) {
      const line = isFirst ? first : waiting;
      if (line.length >= MAX_WAITING) throw new PasswordsBusy();
      await new Promise<void>((resolve) => line.push(resolve));
    } else running += 1;
    try {
      return await task();
    } finally {
      leave();
    }
  };
}
