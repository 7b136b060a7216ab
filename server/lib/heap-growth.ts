import { setFlagsFromString } from 'node:v8';

/**
 * How far the heap may grow between collections, in per cent of the memory in use. By default V8 lets the
 * short-lived garbage of a busy server grow the heap to several times the memory in use. This limit makes
 * memory a fifth to a third smaller and costs some per cent more processor time (`npm run bench -- size`).
 */
const GROWTH_PERCENT = 80;

/** V8 reads the flag after each collection, so it also works after the start. */
export const limitHeapGrowth = (): void => setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
