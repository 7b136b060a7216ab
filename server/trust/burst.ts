/** The stretch of time in which a counter's ballots are counted, in milliseconds. */
export const BURST_WINDOW_MS = 10 * 60_000;

/**
 * Whether a counter has as many ballots as it can have served. `counted`: its ballots of the last ten minutes
 * that were not set aside, so that a flood does not keep out everybody who comes after it for good; only what
 * comes on top is set aside, whatever it answers.
 */
export const isBurst = (counted: number, threshold: number): boolean => counted >= threshold;
