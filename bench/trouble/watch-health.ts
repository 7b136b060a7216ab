import { setTimeout as wait } from 'node:timers/promises';

const EVERY_MS = 50;

/** Asks for `/healthz` all the time. `isUp`: false from a kill until the next start. */
export function watchHealth(origin: string, isUp: () => boolean) {
  let longestMs = 0;
  let latestMs = 0;
  let isStopped = false;
  const watch = async () => {
    let since: number | null = null;
    while (!isStopped) {
      const asleep = performance.now();
      await wait(EVERY_MS);
      latestMs = Math.max(latestMs, performance.now() - asleep - EVERY_MS);
      if (!isUp()) {
        since = null;
        continue;
      }
      since ??= performance.now();
      const isAnswered = await fetch(`${origin}/healthz`, { signal: AbortSignal.timeout(5_000) })
        .then((response) => response.text())
        .then((text) => text === 'ok')
        .catch(() => false);
      if (!isUp()) continue;
      longestMs = Math.max(longestMs, performance.now() - since);
      if (isAnswered) since = null;
    }
  };
  const done = watch();
  return {
    /** The longest silence, and how late this process itself was at most, both in milliseconds. */
    async stop(): Promise<{ readonly longestMs: number; readonly latestMs: number }> {
      isStopped = true;
      await done;
      return { longestMs, latestMs };
    },
  };
}
