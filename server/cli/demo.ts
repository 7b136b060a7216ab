import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig } from '../config.ts';
import { createContext } from '../context.ts';
import { DEMO_NOW, DEMO_START, seedDemo } from '../demo/seed-demo.ts';
import { seedDemoPeople } from '../demo/seed-demo-office.ts';
import { explainError } from '../explain-error.ts';
import { startOfDay } from '../lib/day.ts';
import { type Random, systemRandom } from '../lib/random.ts';
import { createSeededRandom } from '../lib/seeded-random.ts';
import { sayError, serve } from '../serve.ts';

/** Serves a temporary database with a year of fictitious ballots, at a time of that year. */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hai-long-demo-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const config = parseConfig({
    ...process.env,
    DATA_DIR: folder,
    DATABASE_URL: `sqlite:${join(folder, 'demo.sqlite')}`,
  });
  let now = () => startOfDay(DEMO_START);
  const clock = {
    now: () => now(),
    set: (instant: Date) => {
      now = () => instant;
    },
  };
  // Seeded, so that counter codes are the same at every start and bookmarks stay valid.
  let source: Random = createSeededRandom('hai-long demo codes');
  const random: Random = { bytes: (count) => source.bytes(count) };
  const context = await createContext(config, { clock, random, isDemo: true });
  await seedDemo(context, clock);
  source = systemRandom;
  const started = Date.now();
  now = () => new Date(DEMO_NOW.getTime() + Date.now() - started);
  await serve(context, await seedDemoPeople(context));
}

try {
  await main();
} catch (error) {
  sayError(explainError(error) ?? String(error));
  process.exitCode = 1;
}
