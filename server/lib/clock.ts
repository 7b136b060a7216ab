/** Replaceable in tests and the demo. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
