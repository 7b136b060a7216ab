import { setFlagsFromString } from 'node:v8';

/**
 * Percent by which the heap may grow over the memory in use before a garbage collection. By default V8 lets the
 * heap of a busy server grow to several times the memory in use. This limit makes memory a fifth to a third smaller
 * and costs some per cent of processor time (`npm run bench -- size`).
 */
const GROWTH_PERCENT = 80;

/** V8 reads the flag after each collection, so setting it after the start has an effect. */
export const limitHeapGrowth = (): void => setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
