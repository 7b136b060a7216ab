import { LRUCache } from 'lru-cache';
import { dayOf } from '../lib/day.ts';
import { readSettledCached } from '../storage/read-cache.ts';
import type { Http } from './environment.ts';
import { createPacer } from './pacer.ts';
import { type StoredResponse, sendStored } from './stored-response.ts';

/** Writes of this process to these tables invalidate the stored responses; ballots of the running day do not. */
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

/** Languages and periods of page and JSON; each is some 100 kB. */
const MOST_STORED = 40;

/** How old the number received may be, and what another process has changed. */
const RENEWED_MS = 3_000;

/** A tenth of the processor at most. */
const waitForSlot = createPacer(8, 1);

type Stored = LRUCache<string, Promise<StoredResponse>>;

/**
 * Sends the public results from bytes that are a few seconds old at most, so that somebody who requests them all the time
 * does not delay ballots. In a trial they are always fresh, because those who test look for their ballots. `key`: what
 * the response depends on besides the data.
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
    // Only a new response begins its time, or constant requests would keep an old one for ever.
    stored.set(place, made);
    // A failure is not stored.
    made.catch(() => stored.delete(place));
  }
  await waitForSlot();
  return sendStored(c, await made);
}
