import { LRUCache } from 'lru-cache';
import { dayOf } from '../lib/day.ts';
import { readSettledCached } from '../storage/read-cache.ts';
import type { Http } from './environment.ts';
import { createPacer } from './pacer.ts';
import { type StoredResponse, sendStored } from './stored-response.ts';

/** Writes by this process to these tables invalidate the cached responses; ballots of the current day do not. */
const TABLES = [
  'installation',
  'units',
  'counters',
  'dated_settings',
  'counter_surveys',
  'counter_successors',
  'tallies',
  'respondent_tallies',
  'figure_starts',
  'settled_days',
  'day_seals',
  'voided_seals',
  'seal_voidings',
  'closed_reports',
  'slip_batches',
  'slip_uses',
  'public_events',
  'transaction_entries',
] as const;

/** Maximum number of cached responses: one per language, period and format (page or JSON), about 100 kB each. */
const MOST_STORED = 40;

/** Lifetime of a cached response, and so the maximum age of the number of received ballots that it shows. */
const RENEWED_MS = 3_000;

/** Limits constant requests for results to a tenth of the processor. */
const waitForSlot = createPacer(8, 1);

type Stored = LRUCache<string, Promise<StoredResponse>>;

/**
 * Sends the public results from a cache of a few seconds, so that frequent requests do not delay ballots. During a
 * trial nothing is cached, because testers look for their ballots. `key`: what the response depends on besides the
 * data.
 */
export async function sendStoredResults(
  c: Http,
  key: readonly (string | null)[],
  make: () => Promise<StoredResponse>,
): Promise<Response> {
  const { db, clock } = c.get('app');
  if (c.get('trial')) return sendStored(c, await make());
  const stored = await readSettledCached(
    db,
    'stored-results',
    TABLES,
    async (): Promise<Stored> => new LRUCache({ max: MOST_STORED, ttl: RENEWED_MS, ttlResolution: 0 }),
  );
  const place = JSON.stringify([dayOf(clock.now()), ...key]);
  const known = stored.get(place);
  const made = known ?? make();
  if (known === undefined) {
    // Set only for a new response: setting again would restart the entry's lifetime, so that it would never expire.
    stored.set(place, made);
    made.catch(() => stored.delete(place));
  }
  await waitForSlot();
  return sendStored(c, await made);
}
