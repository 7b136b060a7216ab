let last: Promise<void> = Promise.resolve();

/** Resolves for one caller in each turn of the event loop, so that requests are answered in between. */
export function takeTurn(): Promise<void> {
  last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
  return last;
}
