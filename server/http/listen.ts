import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import type { HttpEnvironment } from './environment.ts';

/** A server that listens. */
export interface Listening {
  readonly port: number;
  /** Takes no new requests, lets those under way end, and closes idle connections. */
  stop(): Promise<void>;
}

/** How long answers under way may take once the server stops. */
const GRACE_MS = 10_000;

/** Listens; rejects with the system's error where that is not possible. */
export async function listen(app: Hono<HttpEnvironment>, host: string, port: number): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  // A phone on a weak line needs long for a body of some kilobytes, but not for ever.
  server.headersTimeout = 20_000;
  server.requestTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    stop: () =>
      new Promise((resolve) => {
        const force = setTimeout(() => server.closeAllConnections(), GRACE_MS);
        server.close(() => {
          clearTimeout(force);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
