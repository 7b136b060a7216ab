import { Hono } from 'hono';
import { confirmClock } from '../clock/confirm-clock.ts';
import type { HttpEnvironment } from '../http/environment.ts';
import { formLimit, parseForm } from '../http/form-body.ts';
import { isDay } from '../lib/day.ts';
import { getSignedIn } from '../staff/authorise.ts';
import { sendAdministration } from './administration.routes.tsx';

/** Receives the confirmation of a doubted clock from the administration page. */
export const clockRoutes = new Hono<HttpEnvironment>().post('/quan-tri/dong-ho', formLimit, async (c) => {
  const day = (await parseForm(c)).get('day')?.[0] ?? '';
  const isConfirmed = isDay(day) && (await confirmClock(c.get('app'), getSignedIn(c).user, day));
  if (!isConfirmed) return sendAdministration(c, [{ field: 'day', code: 'day-differs' }]);
  return c.redirect('/quan-tri?xong=1', 303);
});
