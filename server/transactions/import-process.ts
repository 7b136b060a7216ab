import { constants, setPriority } from 'node:os';
import { readImport } from './import/read-import.ts';
import type { ImportJob } from './import-reader.ts';

// Entry point of the child process of `import-reader.ts`.

// Requests come first where cores are few.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
process.on('message', async ({ bytes, request, known, today }: ImportJob) => {
  const found = await readImport(bytes, request, known, today);
  // Exposed by `import-reader.ts`; otherwise garbage would count as memory.
  globalThis.gc?.();
  process.send?.({ found, memory: process.memoryUsage.rss() });
});
