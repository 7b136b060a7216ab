import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as setTimeoutAsync } from 'node:timers/promises';
import type { ReadImport } from '../../web/types/transaction-import.ts';
import type { CounterName } from '../../web/types/transactions.ts';
import type { Day } from '../lib/day.ts';
import { findProjectRoot } from '../lib/project-root.ts';
import type { ImportRequest, RefusedImport } from './import/read-import.ts';

/** Heap limit of the child process in MB; files within the limits need far less. */
const HEAP_MB = 160;
/** Exit code of a Node process whose heap is full. */
const OUT_OF_MEMORY = 134;
const DEADLINE_MS = 8_000;
/** A child process that uses more memory than this is not reused. */
const LARGE_BYTES = 150_000_000;
/**
 * Time for which an idle child process is kept for reuse, because forking blocks this process for some
 * milliseconds.
 */
const IDLE_MS = 60_000;
/** Maximum number of files that wait in the queue. */
const MOST_WAITING = 4;

/** Reads files one at a time in a child process of low priority, so that requests are not delayed. */
interface ImportReader {
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
  let child: ChildProcess | null = null;
  let idle: NodeJS.Timeout | undefined;
  const readInChild = async (job: ImportJob): Promise<ReadImport | RefusedImport> => {
    clearTimeout(idle);
    const used = child?.connected ? child : startChild();
    child = null;
    const { found, memory } = await readIn(used, job, deadlineMs);
    // A larger child process is killed, because it would not release the memory.
    if (memory < LARGE_BYTES) child = used;
    else used.kill('SIGKILL');
    idle = setTimeout(() => {
      child?.disconnect();
      child = null;
    }, IDLE_MS).unref();
    return found;
  };
  return {
    async read(bytes, request, known, today) {
      if (waiting > MOST_WAITING) return 'busy';
      waiting += 1;
      const turn = last.then(() => readInChild({ bytes, request, known, today }));
      last = turn.catch(() => {});
      try {
        return await turn;
      } finally {
        waiting -= 1;
      }
    },
  };
}

export interface ImportJob {
  readonly bytes: Uint8Array;
  readonly request: ImportRequest;
  readonly known: readonly CounterName[];
  readonly today: Day;
}

function startChild(): ChildProcess {
  const program = join(findProjectRoot(), 'dist', 'server', 'transactions', 'import-process.js');
  const child = fork(program, {
    execArgv: ['--expose-gc', `--max-old-space-size=${HEAP_MB}`, '--max-semi-space-size=8'],
    // The child process reads untrusted files, so it gets no environment variables.
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.on('error', () => {});
  // The child process must not prevent this process from exiting.
  child.unref();
  child.channel?.unref();
  return child;
}

interface ImportResult {
  readonly found: ReadImport | RefusedImport;
  /** Resident memory in bytes; infinite if the child process has ended. */
  readonly memory: number;
}

async function readIn(child: ChildProcess, job: ImportJob, deadlineMs: number): Promise<ImportResult> {
  const done = new AbortController();
  const { signal } = done;
  try {
    return await Promise.race([
      once(child, 'message', { signal }).then(([result]) => result as ImportResult),
      once(child, 'exit', { signal }).then(([code, killedBy]): ImportResult => {
        if (code !== OUT_OF_MEMORY && killedBy !== 'SIGABRT')
          throw new Error(`the process that reads a file ended with ${code ?? killedBy} and no result`);
        return endedWith('too-much-memory');
      }),
      setTimeoutAsync(deadlineMs, null, { signal }).then((): ImportResult => {
        child.kill('SIGKILL');
        return endedWith('too-slow');
      }),
      // Errors of `send` are ignored: if the child process has exited, the other promise settles.
      new Promise<never>(() => child.send(job, () => {})),
    ]);
  } finally {
    done.abort();
  }
}

const endedWith = (refused: RefusedImport['refused']): ImportResult => ({
  found: { refused, row: null },
  memory: Number.POSITIVE_INFINITY,
});
