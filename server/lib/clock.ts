/** Where the time comes from; tests and the demo put their own in its place. */
export interface Clock {
  /** The present instant. */
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
