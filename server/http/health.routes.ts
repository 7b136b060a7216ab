import { Hono } from 'hono';
import type { HttpEnvironment } from './environment.ts';

/**
 * `/healthz`: the process is alive. `/readyz`: it can store ballots; if not, the response has the cause, which the
 * command `doctor` reads.
 */
export const healthRoutes = new Hono<HttpEnvironment>()
  .get('/healthz', (c) => c.text('ok', 200, { 'Cache-Control': 'no-store' }))
  .get('/readyz', async (c) => {
    const cause = await c.get('app').health.check();
    return c.text(cause === null ? 'ok' : `database: ${cause}`, cause === null ? 200 : 503, {
      'Cache-Control': 'no-store',
    });
  });
