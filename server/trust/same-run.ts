/** `before`: ballots with the same answers directly before this one from the same network. */
export const isSameRun = (before: number, threshold: number): boolean => before >= threshold;
