/**
 * How long a form was open for each question that was answered, in seconds, by the server's clock. Questions
 * that were skipped are not counted: two taps are a ballot. `answered` is at least 1, as `overall` is required.
 */
export const paceOf = (openForMs: number, answered: number): number =>
  Math.max(0, openForMs) / 1_000 / answered;

/** Whether a ballot came sooner than the questions that it answers can be read; `threshold` in seconds a question. */
export const isTooFast = (pace: number, threshold: number): boolean => pace < threshold;
