import { setImmediate, setTimeout } from 'node:timers/promises';

/**
 * Paces responses that somebody requests all the time: one in a turn of the event loop, and while more than
 * `mostAtOnce` wait, one each `everyMs`. Requests that arrived meanwhile are read in between.
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
