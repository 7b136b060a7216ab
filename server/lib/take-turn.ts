let last: Promise<void> = Promise.resolve();

/** Resolves for one caller per turn of the event loop, so that requests are answered between the callers' work. */
export function takeTurn(): Promise<void> {
  last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
  return last;
}
