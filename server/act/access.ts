import { dayOf, toVietnamTime } from '../lib/day.ts';

/**
 * What the access log has, and how finely: a flood of tries is one row an hour, and a day's reading one row a page.
 * Each kind has its sentence in `web/messages/access.vi.ts`.
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

/** Days after which rows are deleted. */
export const ACCESS_RETENTION_DAYS = 180;

export interface Access {
  /** Beginning of the second, hour or day; ISO 8601 in Vietnam's offset. */
  readonly at: string;
  /** Empty: no such account. Never what somebody typed that is no account: it may be a password. */
  readonly user_name: string;
  readonly kind: AccessKind;
  /** Way of signing in, or path of the route. */
  readonly detail: string;
  readonly count: number;
}

export function accessAt(kind: AccessKind, now: Date): string {
  const grain = ACCESS_GRAINS[kind];
  if (grain === 'day') return `${dayOf(now)}T00:00:00+07:00`;
  const at = toVietnamTime(now);
  return grain === 'hour' ? `${at.slice(0, 13)}:00:00+07:00` : at;
}
