/**
 * `threshold` ballots of a device a day count, over all counters. `sentToday`: earlier ballots today; 0 without a
 * cookie.
 */
export const isRepeatDevice = (sentToday: number, threshold: number): boolean => sentToday >= threshold;
