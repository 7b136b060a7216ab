import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Day } from '../lib/day.ts';
import { findProjectRoot } from '../lib/project-root.ts';

/** Runs `copyDatabase` in a worker thread, so that it does not block requests. */
export function copyDatabaseInThread(source: string, target: string, madeOn: Day): Promise<void> {
  const program = join(findProjectRoot(), 'dist', 'server', 'storage', 'copy-thread.js');
  const thread = new Worker(program, { workerData: { source, target, madeOn } });
  return new Promise((resolve, reject) => {
    thread.once('error', reject);
    thread.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`the thread that copies the database ended with ${code}`));
    });
  });
}
