import { generateCookie, getCookie } from 'hono/cookie';
import type { Http } from '../http/environment.ts';
import { isHttps } from '../http/request-scheme.ts';
import { addDays, dayOf, startOfDay } from '../lib/day.ts';
import type { Channel } from '../storage/schema.ts';
import { addMark, type DeviceMarks, noMarks, parseDeviceCookie, writeDeviceCookie } from './device-cookie.ts';

/** The cookie of a phone that has sent a ballot today. */
export const DEVICE_COOKIE = 'hl_d';

/** Ways of answering on a phone of one's own; a slip is one paper, and a tablet of the office is everybody's. */
const OWN_PHONE: readonly Channel[] = ['poster', 'link'];

/** The marks that a phone sent with its form; null where the way of answering has no phone of one's own. */
export function readDeviceMarks(c: Http, channel: Channel): DeviceMarks | null {
  const { deviceKey, clock } = c.get('app');
  if (!OWN_PHONE.includes(channel)) return null;
  return parseDeviceCookie(deviceKey, getCookie(c, DEVICE_COOKIE), dayOf(clock.now()));
}

/**
 * The cookie that leaves the mark of an accepted form on the phone until the day is over. The same for every form
 * that is thanked for, whether it was counted, set aside, or known already.
 */
export function makeDeviceCookie(c: Http, marks: DeviceMarks, token: string): string {
  const { deviceKey, clock } = c.get('app');
  const now = clock.now();
  const today = dayOf(now);
  // Midnight may have passed while the ballot was written.
  const held = marks.day === today ? marks : noMarks(today);
  const untilMidnight = startOfDay(addDays(today, 1)).getTime() - now.getTime();
  return generateCookie(DEVICE_COOKIE, writeDeviceCookie(deviceKey, addMark(deviceKey, held, token)), {
    httpOnly: true,
    sameSite: 'Lax',
    secure: isHttps(c),
    // Sent with forms of the survey, and with no other page of ours.
    path: '/k',
    maxAge: Math.ceil(untilMidnight / 1_000),
  });
}
