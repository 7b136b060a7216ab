/**
 * `threshold`: ballots of a device that count on a day, over all counters. `sentToday`: earlier ballots of
 * the device today; 0 without a cookie.
 */
export const isRepeatDevice = (sentToday: number, threshold: number): boolean => sentToday >= threshold;
