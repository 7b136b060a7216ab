import type { LoadJob } from '../load/load-job.ts';
import { runJob } from '../load/run-job.ts';

// The load comes from a process of its own: it does jobs that are sent to it, those of one message at once.
process.on('message', (jobs: readonly LoadJob[]) => {
  Promise.all(jobs.map(runJob)).then(
    (results) => process.send?.({ results }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.on('disconnect', () => process.exit());
