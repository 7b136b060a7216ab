import { setImmediate, setTimeout } from 'node:timers/promises';

/**
 * Limits the rate of responses that may be requested constantly: one per turn of the event loop, and when more than
 * `mostAtOnce` are queued, one per `everyMs`. Other requests are read in between.
 */
export function createPacer(mostAtOnce: number, everyMs: number): () => Promise<void> {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return async () => {
    waiting += 1;
    const next = waiting > mostAtOnce ? () => setTimeout(everyMs) : () => setImmediate();
    last = last.then(next);
    await last;
    waiting -= 1;
  };
}
