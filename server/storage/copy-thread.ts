import { workerData } from 'node:worker_threads';
import { copyDatabase } from './copy-database.ts';

// The thread of `copy-in-thread.ts`; an entry of the build of its own.

const { source, target, madeOn } = workerData as { source: string; target: string; madeOn: string };
copyDatabase(source, target, madeOn);
