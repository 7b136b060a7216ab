/** Polls until `check` returns something else than undefined, null or false. */
export async function eventually<Value>(
  check: () => Promise<Value | undefined | null | false> | Value | undefined | null | false,
  patienceMs = 20_000,
): Promise<Value> {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    const value = await check();
    if (value !== undefined && value !== null && value !== false) return value;
    if (performance.now() > giveUpAt) throw new Error(`not within ${patienceMs} ms: ${check}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
