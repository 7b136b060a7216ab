import { Hono } from 'hono';
import type { HttpEnvironment } from './environment.ts';

/**
 * `/healthz` reports whether the process is alive, `/readyz` whether it can store ballots, and if not, the cause, which
 * `doctor` reads.
 */
export const healthRoutes = new Hono<HttpEnvironment>()
  .get('/healthz', (c) => c.text('ok', 200, { 'Cache-Control': 'no-store' }))
  .get('/readyz', async (c) => {
    const cause = await c.get('app').health.check();
    return c.text(cause === null ? 'ok' : `database: ${cause}`, cause === null ? 200 : 503, {
      'Cache-Control': 'no-store',
    });
  });
