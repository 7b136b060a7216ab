import { fork } from 'node:child_process';
import { once } from 'node:events';
import { programPath } from '../office/program-path.ts';

/** Watches `/healthz` from another process. */
export function watchHealth(origin: string) {
  const child = fork(programPath('health'), { env: { ...process.env, BENCH_ORIGIN: origin } });
  return {
    tell: (state: 'up' | 'down') => void child.send(state),
    /** The longest silence while the server was up, and how late the watcher was at most, both in milliseconds. */
    async stop(): Promise<{ readonly longestMs: number; readonly latestMs: number }> {
      child.send('stop');
      const [result] = await once(child, 'message');
      return result as { longestMs: number; latestMs: number };
    },
  };
}
