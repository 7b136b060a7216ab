import { constants, setPriority } from 'node:os';
import { readImport } from './import/read-import.ts';
import type { ImportJob } from './import-reader.ts';

// Entry point of the child process of `import-reader.ts`.

// On a machine with few cores, requests to the server take precedence.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
process.on('message', async ({ bytes, request, known, today }: ImportJob) => {
  const found = await readImport(bytes, request, known, today);
  // `import-reader.ts` exposes `gc`; without a collection, garbage would count as memory in use.
  globalThis.gc?.();
  process.send?.({ found, memory: process.memoryUsage.rss() });
});
