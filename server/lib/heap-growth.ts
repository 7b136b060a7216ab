import { setFlagsFromString } from 'node:v8';

/**
 * Heap growth between collections, per cent of what is in use. V8's default lets the short-lived garbage of a busy
 * server grow the heap to several times that. With this limit memory is a fifth to a third smaller, for some per cent
 * more processor time (`npm run bench -- size`).
 */
const GROWTH_PERCENT = 80;

/** V8 reads the flag after each collection, so it also works after the start. */
export const limitHeapGrowth = (): void => setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
