import { Hono } from 'hono';
import { pingDatabase } from '../storage/ping-database.ts';
import type { HttpEnvironment } from './environment.ts';

/**
 * `/healthz` tells whether the process is alive; `/readyz` whether it can serve requests, database included.
 */
export const healthRoutes = new Hono<HttpEnvironment>()
  .get('/healthz', (c) => c.text('ok', 200, { 'Cache-Control': 'no-store' }))
  .get('/readyz', async (c) => {
    const isReady = await pingDatabase(c.get('app').db);
    return c.text(isReady ? 'ok' : 'database unavailable', isReady ? 200 : 503, {
      'Cache-Control': 'no-store',
    });
  });
