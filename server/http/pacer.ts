import { setImmediate, setTimeout } from 'node:timers/promises';

/**
 * Limits how often expensive responses are sent: one per turn of the event loop, and while more than `mostAtOnce`
 * are queued, one per `everyMs`. In between the server reads other requests.
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
