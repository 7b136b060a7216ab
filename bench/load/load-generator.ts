import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { programPath } from '../office/program-path.ts';
import type { LoadJob, LoadResult } from './load-job.ts';

/** A process that makes load on this machine. */
export interface LoadGenerator {
  /** Does jobs at the same time. @throws Error where one could not be done at all. */
  run(jobs: readonly LoadJob[]): Promise<LoadResult[]>;
  stop(): Promise<void>;
}

/** Starts a process that makes load. */
export function startLoadGenerator(): LoadGenerator {
  const child: ChildProcess = fork(programPath('load'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return {
    async run(jobs) {
      child.send(jobs);
      const [answer] = (await once(child, 'message')) as [{ results?: LoadResult[]; error?: string }];
      if (!answer.results) throw new Error(answer.error);
      return answer.results;
    },
    async stop() {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}
