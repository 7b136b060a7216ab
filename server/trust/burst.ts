/** Sliding window in which a counter's ballots are counted. */
export const BURST_WINDOW_MS = 10 * 60_000;

/**
 * `counted`: ballots of the last ten minutes that were not set aside. Those set aside are excluded, or a flood would
 * block everybody after it; only the excess is set aside, whatever its answers.
 */
export const isBurst = (counted: number, threshold: number): boolean => counted >= threshold;
