import type { LoadJob } from '../load/load-job.ts';
import { prepareJob } from '../load/run-job.ts';

// A separate process generates the load: it runs the jobs of a message concurrently, after all have been prepared.
process.on('message', (jobs: readonly LoadJob[]) => {
  const doAll = async () => {
    const prepared = await Promise.all(jobs.map(prepareJob));
    return Promise.all(prepared.map((run) => run()));
  };
  doAll().then(
    (results) => process.send?.({ results }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.on('disconnect', () => process.exit());
