import type { LoadJob } from '../load/load-job.ts';
import { prepareJob } from '../load/run-job.ts';

// Runs the jobs of a message at the same time, after all of them have been prepared.
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
