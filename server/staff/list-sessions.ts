import { toVietnamTime } from '../lib/day.ts';
import type { Deps } from '../storage/deps.ts';
import type { Database } from '../storage/schema.ts';
import { listUserSessions } from './session.store.ts';
import { isInForce } from './session-limits.ts';

/** A person's own sessions that still open something, the latest used first. */
export async function listSessions(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  userId: string,
): Promise<Database['sessions'][]> {
  const now = clock.now();
  const rows = await listUserSessions(db, userId, toVietnamTime(now));
  return rows.filter(({ kind, seen_at, ends_at }) =>
    isInForce({ kind, seenAt: new Date(seen_at), endsAt: new Date(ends_at) }, now),
  );
}
