import { fork } from 'node:child_process';
import { once } from 'node:events';
import { programPath } from '../office/program-path.ts';

/** Polls `/healthz` from another process. */
export function watchHealth(origin: string) {
  const child = fork(programPath('health'), { env: { ...process.env, BENCH_ORIGIN: origin } });
  return {
    tell: (state: 'up' | 'down') => void child.send(state),
    /** Milliseconds: the longest time without a response, and the longest delay of the polling process itself. */
    async stop(): Promise<{ readonly longestMs: number; readonly latestMs: number }> {
      child.send('stop');
      const [result] = await once(child, 'message');
      return result as { longestMs: number; latestMs: number };
    },
  };
}
