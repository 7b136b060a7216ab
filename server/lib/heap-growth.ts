import { setFlagsFromString } from 'node:v8';

/**
 * How much larger than what is in use the heap may grow before it is cleaned, in per cent. Left to itself, the engine
 * takes a busy server's fast garbage as a reason to let it grow to several times what is in use; cleaned sooner, it
 * stays a fifth to a third smaller, for some per cent of a busy server's time (`npm run bench -- size`).
 */
const GROWTH_PERCENT = 80;

/** Keeps the memory of a busy server small. The engine asks for the number each time that it has cleaned the heap. */
export const limitHeapGrowth = (): void => setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
