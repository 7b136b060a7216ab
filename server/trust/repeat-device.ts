/**
 * Whether a device has used up its day: `threshold` ballots of a device count, whichever counters they are
 * for. `sentToday`: ballots that the device has sent today before this one; 0 for a device without a cookie.
 */
export const isRepeatDevice = (sentToday: number, threshold: number): boolean => sentToday >= threshold;
