import { type Day, dayOf } from '../lib/day.ts';
import type { Db } from '../storage/schema.ts';
import { listRetentions } from './retention.store.ts';
import { retentionInForce } from './retention.ts';

/** How long a unit keeps comments, and what was chosen for the days after. */
export interface RetentionView {
  /** In force today. */
  readonly months: number;
  /** What takes its place, and when; null where nothing does. */
  readonly next: { readonly since: Day; readonly months: number } | null;
}

/** Reads how long a unit keeps comments today, and whether that is about to change. */
export async function loadRetention(db: Db, unitCode: string, now: Date): Promise<RetentionView> {
  const rows = await listRetentions(db, unitCode);
  const today = dayOf(now);
  const months = retentionInForce(rows, today);
  const next = rows.find(({ since }) => since > today);
  return { months, next: next && next.months !== months ? next : null };
}
