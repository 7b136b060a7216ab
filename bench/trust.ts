import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { logLine } from './figures/record.ts';
import { COUNTERS } from './trust/commune.ts';
import { TRIAL_DAYS } from './trust/history.ts';
import { printSummary, recordSummary } from './trust/report.ts';
import { type RunResult, runAttacks } from './trust/run-attacks.ts';
import { summariseRuns } from './trust/summary.ts';

/** Runs of one worker thread: number `place`, `place + threads`, … */
interface Share {
  readonly seed: string;
  readonly runs: number;
  readonly place: number;
  readonly threads: number;
}

const DEFAULT_RUNS = 1_000;
const DEFAULT_SEED = 'dong-son';
const PROGRESS_EVERY = 100;

/**
 * How well rules and alerts withstand attackers in a simulated commune (docs/trust-simulation.md). `--runs N`
 * (default 1000), `--seed TEXT`, `--threads N`.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { runs: { type: 'string' }, seed: { type: 'string' }, threads: { type: 'string' } },
  });
  const runs = Number(values.runs ?? DEFAULT_RUNS);
  const threads = Math.min(runs, Number(values.threads ?? availableParallelism()));
  if (!Number.isSafeInteger(runs) || runs < 1 || !Number.isSafeInteger(threads) || threads < 1)
    throw new Error('--runs and --threads are whole numbers from 1');
  const seed = values.seed ?? DEFAULT_SEED;
  const shares = Array.from({ length: threads }, (_, place): Share => ({ seed, runs, place, threads }));
  const results: RunResult[] = [];
  const take = (result: RunResult): void => {
    results.push(result);
    if (results.length % PROGRESS_EVERY === 0) logLine(`${results.length} of ${runs} runs`);
  };
  await Promise.all(shares.map((share) => runInThread(share, take)));
  const summary = summariseRuns(results, COUNTERS.length, TRIAL_DAYS);
  recordSummary(summary);
  printSummary(summary);
}

function runInThread(share: Share, take: (result: RunResult) => void): Promise<void> {
  const thread = new Worker(new URL(import.meta.url), { workerData: share });
  return new Promise((resolve, reject) => {
    thread.on('message', take);
    thread.once('error', reject);
    thread.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`a thread ended with ${code}`));
    });
  });
}

/** Runs in a worker thread. */
function runShare({ seed, runs, place, threads }: Share, post: (result: RunResult) => void): void {
  for (let number = place; number < runs; number += threads) post(runAttacks(`${seed} ${number}`));
}

if (!isMainThread) runShare(workerData as Share, (result) => parentPort?.postMessage(result));
