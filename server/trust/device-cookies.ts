import { generateCookie, getCookie } from 'hono/cookie';
import type { Http } from '../http/environment.ts';
import { isHttps } from '../http/request-scheme.ts';
import { addDays, dayOf, startOfDay } from '../lib/day.ts';
import type { Channel } from '../storage/schema.ts';
import { addMark, type DeviceMarks, noMarks, parseDeviceCookie, writeDeviceCookie } from './device-cookie.ts';

export const DEVICE_COOKIE = 'hl_d';

/** Channels on the citizen's own phone. Tablets are shared, and a slip counts only once in any case. */
const OWN_PHONE: readonly Channel[] = ['poster', 'link'];

/** null for channels that do not use the citizen's own phone. */
export function readDeviceMarks(c: Http, channel: Channel): DeviceMarks | null {
  const { deviceKey, clock } = c.get('app');
  if (!OWN_PHONE.includes(channel)) return null;
  return parseDeviceCookie(deviceKey, getCookie(c, DEVICE_COOKIE), dayOf(clock.now()));
}

/**
 * The cookie with the form's mark added, valid until midnight. It is the same for a counted ballot, one set aside
 * and a retry, so that it does not reveal which of them happened.
 */
export function makeDeviceCookie(c: Http, marks: DeviceMarks, token: string): string {
  const { deviceKey, clock } = c.get('app');
  const now = clock.now();
  const today = dayOf(now);
  // Midnight may have passed since the marks were read.
  const held = marks.day === today ? marks : noMarks(today);
  const untilMidnight = startOfDay(addDays(today, 1)).getTime() - now.getTime();
  return generateCookie(DEVICE_COOKIE, writeDeviceCookie(deviceKey, addMark(deviceKey, held, token)), {
    httpOnly: true,
    sameSite: 'Lax',
    secure: isHttps(c),
    // Path of the survey pages; browsers send the cookie nowhere else.
    path: '/k',
    maxAge: Math.ceil(untilMidnight / 1_000),
  });
}
