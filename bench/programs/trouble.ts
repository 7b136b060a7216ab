import { readFileSync } from 'node:fs';
import { parseConfig } from '../../server/config.ts';
import { createContext } from '../../server/context.ts';
import { machineTime } from '../../server/lib/clock.ts';
import { serve } from '../../server/serve.ts';

// The server as `npm start` runs it, but the time of the machine is faked: the file BENCH_MACHINE says how
// long it slept and how wrong its clock is (milliseconds).

let machine = { slept: 0, wrong: 0 };
const read = () => {
  try {
    machine = JSON.parse(readFileSync(process.env.BENCH_MACHINE ?? '', 'utf8'));
  } catch {
    // The file is just being written; the next reading will succeed.
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
