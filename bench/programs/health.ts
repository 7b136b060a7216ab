import { setTimeout as wait } from 'node:timers/promises';

// Polls `/healthz` of BENCH_ORIGIN from a process of its own, so that load does not delay the polling. A missing
// response counts between the messages `up` and `down`. After `stop` the process sends its results and ends.

const EVERY_MS = 50;
let isUp = true;
let isStopped = false;
let longestMs = 0;
/** Longest delay of this process's own timer, in milliseconds: the machine is busy then, not the server. */
let latestMs = 0;
process.on('message', (message) => {
  isUp = message === 'up';
  isStopped ||= message === 'stop';
});
let since: number | null = null;
while (!isStopped) {
  const asleep = performance.now();
  await wait(EVERY_MS);
  latestMs = Math.max(latestMs, performance.now() - asleep - EVERY_MS);
  if (!isUp) {
    since = null;
    continue;
  }
  since ??= performance.now();
  const isAnswered = await fetch(`${process.env.BENCH_ORIGIN}/healthz`, {
    signal: AbortSignal.timeout(5_000),
  })
    .then((response) => response.text())
    .then((text) => text === 'ok')
    .catch(() => false);
  if (!isUp) continue;
  longestMs = Math.max(longestMs, performance.now() - since);
  if (isAnswered) since = null;
}
process.send?.({ longestMs, latestMs });
process.disconnect();
