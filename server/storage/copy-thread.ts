import { workerData } from 'node:worker_threads';
import { copyDatabase } from './sqlite-file.ts';

// Entry point of the worker thread that `copy-in-thread.ts` starts.

const { source, target, madeOn } = workerData as { source: string; target: string; madeOn: string };
copyDatabase(source, target, madeOn);
