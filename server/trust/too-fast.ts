/**
 * Seconds per answered question, by the server's clock. Skipped questions are not counted: two taps are a valid
 * ballot. `answered` is at least 1, because `overall` is required.
 */
export const paceOf = (openForMs: number, answered: number): number =>
  Math.max(0, openForMs) / 1_000 / answered;

/** `threshold` in seconds per question. */
export const isTooFast = (pace: number, threshold: number): boolean => pace < threshold;
