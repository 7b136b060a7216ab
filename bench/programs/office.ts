import { parseConfig } from '../../server/config.ts';
import { createContext } from '../../server/context.ts';
import { serve } from '../../server/serve.ts';

// The server as `npm start` runs it, but its clock starts at the instant BENCH_NOW, so that results do not
// depend on the date.

const started = Date.now();
const begin = process.env.BENCH_NOW === undefined ? started : Date.parse(process.env.BENCH_NOW);
const clock = { now: () => new Date(begin + Date.now() - started) };
await serve(await createContext(parseConfig(process.env), { clock, isOfficial: true }));
