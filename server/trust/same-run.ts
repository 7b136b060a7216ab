/**
 * Whether a run of ballots with the same answers, one right after the other from one network, has become
 * longer than it may be. `before`: how many such ballots came right before this one.
 */
export const isSameRun = (before: number, threshold: number): boolean => before >= threshold;
