import { parseConfig } from '../../server/config.ts';
import { createContext } from '../../server/context.ts';
import { serve } from '../../server/serve.ts';

/**
 * The product as `npm start` runs it, but for its clock, which begins at the instant in BENCH_NOW: the figures of
 * a benchmark then do not depend on the day on which it runs.
 */
const started = Date.now();
const begin = process.env.BENCH_NOW === undefined ? started : Date.parse(process.env.BENCH_NOW);
const clock = { now: () => new Date(begin + Date.now() - started) };
await serve(await createContext(parseConfig(process.env), { clock }));
