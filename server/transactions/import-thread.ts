import { parentPort, workerData } from 'node:worker_threads';
import type { CounterName } from '../../web/types/transactions.ts';
import type { Day } from '../lib/day.ts';
import { type ImportRequest, readImport } from './import/read-import.ts';

// Entry point of the worker thread of `import-reader.ts`.

const { bytes, request, known, today } = workerData as {
  bytes: Uint8Array;
  request: ImportRequest;
  known: readonly CounterName[];
  today: Day;
};
parentPort?.postMessage(await readImport(bytes, request, known, today));
