import type { Db } from '../storage/schema.ts';
import { listActs } from './act.store.ts';
import type { Act } from './act.ts';

/** Lines on a page of the log. */
const ACTS_PAGE_SIZE = 50;

/** A page of the log, newest first, and where the next one begins; null at the end. */
export interface ActsPage {
  readonly acts: readonly Act[];
  /** For `loadActs` again. */
  readonly next: string | null;
}

const CURSOR = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00)_([\da-f]{32})$/;

/** Reads a page of the log; from the newest where the cursor is not one of ours. */
export async function loadActs(db: Db, cursor: string | null): Promise<ActsPage> {
  const [, at, id] = CURSOR.exec(cursor ?? '') ?? [];
  const before = at === undefined || id === undefined ? null : { at, id };
  const acts = await listActs(db, ACTS_PAGE_SIZE + 1, before);
  const shown = acts.slice(0, ACTS_PAGE_SIZE);
  const last = acts.length > ACTS_PAGE_SIZE ? shown.at(-1) : undefined;
  return { acts: shown, next: last ? `${last.at}_${last.id}` : null };
}
