import { dayOf, toVietnamTime } from '../lib/day.ts';
import type { Database } from '../storage/schema.ts';

/**
 * Kinds of entries in the access log, with their time resolution: entries of a person in the same second, hour or
 * day become one row with a count. Each kind has a sentence in `web/messages/access.vi.ts`.
 */
export const ACCESS_GRAINS = {
  'signed-in': 'second',
  'sign-in-failed': 'hour',
  slowed: 'hour',
  refused: 'day',
  'comments-read': 'day',
  exported: 'day',
  uploaded: 'day',
  'log-read': 'day',
} as const satisfies Readonly<Record<string, 'second' | 'hour' | 'day'>>;

export type AccessKind = keyof typeof ACCESS_GRAINS;
export const ACCESS_KINDS = Object.keys(ACCESS_GRAINS) as AccessKind[];

export const ACCESS_RETENTION_DAYS = 180;

export type Access = Readonly<Database['access_log']> & { readonly kind: AccessKind };

export function accessAt(kind: AccessKind, now: Date): string {
  const grain = ACCESS_GRAINS[kind];
  if (grain === 'day') return `${dayOf(now)}T00:00:00+07:00`;
  const at = toVietnamTime(now);
  return grain === 'hour' ? `${at.slice(0, 13)}:00:00+07:00` : at;
}

/** Maximum number of rows in memory; beyond this limit, entries are counted without user names. */
const MAX_ROWS = 2_000;

/**
 * Collects entries of the access log in memory, up to a minute, so that read requests write nothing to the database
 * and a flood becomes one row. A crash loses them.
 */
export function createAccessBuffer() {
  let rows = new Map<string, Access>();
  return {
    note(kind: AccessKind, userName: string, detail: string, now: Date, count = 1): void {
      const at = accessAt(kind, now);
      const keyOf = (name: string) => [at, name, kind, detail].join('\n');
      const name = rows.size < MAX_ROWS || rows.has(keyOf(userName)) ? userName : '';
      const sum = (rows.get(keyOf(name))?.count ?? 0) + count;
      rows.set(keyOf(name), { at, user_name: name, kind, detail, count: sum });
    },
    take(): Access[] {
      const taken = [...rows.values()];
      rows = new Map();
      return taken;
    },
  };
}

export type AccessBuffer = ReturnType<typeof createAccessBuffer>;
