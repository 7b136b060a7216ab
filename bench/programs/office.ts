import { parseConfig } from '../../server/config.ts';
import { createContext } from '../../server/context.ts';
import { serve } from '../../server/serve.ts';

/**
 * The product as `npm start` runs it, with a clock that starts at the instant in BENCH_NOW, so that results do not
 * depend on the date of the run.
 */
const started = Date.now();
const begin = process.env.BENCH_NOW === undefined ? started : Date.parse(process.env.BENCH_NOW);
const clock = { now: () => new Date(begin + Date.now() - started) };
await serve(await createContext(parseConfig(process.env), { clock, isOfficial: true }));
