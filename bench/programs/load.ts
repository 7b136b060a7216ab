import type { LoadJob } from '../load/load-job.ts';
import { prepareJob } from '../load/run-job.ts';

// The load comes from a process of its own: it does jobs that are sent to it, those of one message at once, and
// none begins before all are prepared.
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
