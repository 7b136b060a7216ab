import { readFileSync } from 'node:fs';
import { parseConfig } from '../../server/config.ts';
import { createContext } from '../../server/context.ts';
import { machineTime } from '../../server/lib/clock.ts';
import { serve } from '../../server/serve.ts';

/**
 * The product as `npm start` runs it, on a machine whose time comes from the file in BENCH_MACHINE: how long it slept,
 * and how wrong its clock is.
 */
let machine = { slept: 0, wrong: 0 };
const read = () => {
  try {
    machine = JSON.parse(readFileSync(process.env.BENCH_MACHINE ?? '', 'utf8'));
  } catch {
    // The file was being written; the next read succeeds.
  }
};
read();
setInterval(read, 100).unref();
const context = await createContext(parseConfig(process.env), {
  isOfficial: true,
  machine: {
    ...machineTime,
    now: () => new Date(Date.now() + machine.slept + machine.wrong),
    uptimeMs: () => machineTime.uptimeMs() + machine.slept,
  },
  onWait: () => {},
});
await serve(context);
