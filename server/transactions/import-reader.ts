import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ReadImport } from '../../web/types/transaction-import.ts';
import type { CounterName } from '../../web/types/transactions.ts';
import type { Day } from '../lib/day.ts';
import { findProjectRoot } from '../lib/project-root.ts';
import type { ImportRequest, RefusedImport } from './import/read-import.ts';

/** Heap limit of the worker in MB; within the limits of a file it needs far less. */
const HEAP_MB = 192;
const DEADLINE_MS = 8_000;
/** Maximum number of files in the queue. */
const MOST_WAITING = 4;

/** Reads files in a worker thread, one at a time, so that requests are not blocked. */
export interface ImportReader {
  /** `busy`: the queue is full. */
  read(
    bytes: Uint8Array,
    request: ImportRequest,
    known: readonly CounterName[],
    today: Day,
  ): Promise<ReadImport | RefusedImport | 'busy'>;
}

export function createImportReader(deadlineMs = DEADLINE_MS): ImportReader {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    async read(bytes, request, known, today) {
      if (waiting > MOST_WAITING) return 'busy';
      waiting += 1;
      const turn = last.then(() => readInThread({ bytes, request, known, today }, deadlineMs));
      last = turn.catch(() => {});
      try {
        return await turn;
      } finally {
        waiting -= 1;
      }
    },
  };
}

function readInThread(workerData: object, deadlineMs: number): Promise<ReadImport | RefusedImport> {
  const program = join(findProjectRoot(), 'dist', 'server', 'transactions', 'import-thread.js');
  const thread = new Worker(program, {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 32 },
  });
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => {
      resolve({ refused: 'too-slow', row: null });
      void thread.terminate();
    }, deadlineMs);
    thread.once('message', (message: ReadImport | RefusedImport) => resolve(message));
    thread.once('error', (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ refused: 'too-much-memory', row: null });
      else reject(error);
    });
    thread.once('exit', (code) => {
      clearTimeout(deadline);
      reject(new Error(`the thread that reads a file ended with ${code} and no result`));
    });
  });
}
