import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { programPath } from '../office/program-path.ts';
import type { LoadJob, LoadResult } from './load-job.ts';

/** Runs load in a process of its own. */
export interface LoadGenerator {
  /** Runs all jobs at the same time. @throws Error if a job could not run at all */
  run(jobs: readonly LoadJob[]): Promise<LoadResult[]>;
  stop(): Promise<void>;
}

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
