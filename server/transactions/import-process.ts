import { constants, setPriority } from 'node:os';
import { readImport } from './import/read-import.ts';
import type { ImportJob } from './import-reader.ts';

// Entry point of the child process that `import-reader.ts` starts.

// Requests to the server get priority on machines with few cores.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
process.on('message', async ({ bytes, request, known, today }: ImportJob) => {
  const found = await readImport(bytes, request, known, today);
  // `import-reader.ts` exposes `gc`. Without a collection, garbage would be part of the reported memory.
  globalThis.gc?.();
  process.send?.({ found, memory: process.memoryUsage.rss() });
});
