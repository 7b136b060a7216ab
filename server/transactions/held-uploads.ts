import { makeId, type Random } from '../lib/random.ts';

export interface HeldUpload {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Uploaded files during the import, in memory only: they contain names of people and must not reach the database,
 * backups or disk. One file per person.
 */
interface HeldUploads {
  /** Returns `too-many` if the person exceeds the rate limit. */
  hold(userId: string, name: string, bytes: Uint8Array, now: Date): HeldUpload | 'too-many';
  find(id: string, userId: string, now: Date): HeldUpload | null;
  drop(id: string): void;
}

const KEPT_MS = 60 * 60_000;
const MOST_AN_HOUR = 20;
/**
 * Maximum number of files of all users; the oldest are dropped. Each has at most 2 MB, so they need at most 40 MB
 * of memory.
 */
const MAX_HELD = 20;

export function createHeldUploads(random: Random): HeldUploads {
  const held = new Map<string, HeldUpload & { readonly at: number }>();
  const sent = new Map<string, number[]>();
  const dropOld = (now: number) => {
    for (const [id, { at }] of held) if (now - at > KEPT_MS || at > now) held.delete(id);
    for (const [user, times] of sent) {
      const recent = times.filter((at) => now - at < KEPT_MS && at <= now);
      if (recent.length === 0) sent.delete(user);
      else sent.set(user, recent);
    }
  };
  return {
    hold(userId, name, bytes, now) {
      dropOld(now.getTime());
      const times = sent.get(userId) ?? [];
      if (times.length >= MOST_AN_HOUR) return 'too-many';
      sent.set(userId, [...times, now.getTime()]);
      for (const [id, upload] of held) if (upload.userId === userId || held.size >= MAX_HELD) held.delete(id);
      const upload = { id: makeId(random), userId, name, bytes, at: now.getTime() };
      held.set(upload.id, upload);
      return upload;
    },
    find(id, userId, now) {
      dropOld(now.getTime());
      const upload = held.get(id);
      return upload?.userId === userId ? upload : null;
    },
    drop(id) {
      held.delete(id);
    },
  };
}
