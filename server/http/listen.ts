import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import type { HttpEnvironment } from './environment.ts';

/** A server that listens. */
export interface Listening {
  readonly port: number;
  /** Takes no new requests, lets those under way end, and closes every connection without one. */
  stop(): Promise<void>;
}

/**
 * How long requests under way may take once the server stops. Less than what service managers wait for
 * before they kill (Docker: 10 seconds), so that there is time to close the database.
 */
const GRACE_MS = 5_000;

/**
 * Listens; rejects with the system's error where that is not possible. `makeApp` is called once, with the
 * port that is open, before the first request: for port 0 the system chooses one.
 */
export async function listen(
  makeApp: (port: number) => Hono<HttpEnvironment>,
  host: string,
  port: number,
): Promise<Listening> {
  let app: Hono<HttpEnvironment>;
  const server = createAdaptorServer({ fetch: (request, env) => app.fetch(request, env) }) as Server;
  // A phone on a weak line needs long for a body of some kilobytes, but not for ever.
  server.headersTimeout = 20_000;
  server.requestTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      try {
        app = makeApp(portOf(server));
        resolve();
      } catch (error) {
        server.close();
        reject(error);
      }
    });
  });
  return { port: portOf(server), stop: trackConnections(server) };
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/**
 * Returns how to stop. Node's own closing of idle connections passes over those that browsers open in
 * advance and those that become idle later; either would hold the stop up for seconds.
 */
function trackConnections(server: Server): () => Promise<void> {
  const sockets = new Set<Socket>();
  const underWay = new Set<ServerResponse>();
  let isStopping = false;
  const askToClose = (response: ServerResponse) => {
    if (!response.headersSent) response.setHeader('Connection', 'close');
  };
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.prependListener('request', (request, response) => {
    underWay.add(response);
    if (isStopping) askToClose(response);
    response.once('close', () => {
      underWay.delete(response);
      if (isStopping) request.socket.destroySoon();
    });
  });
  return () =>
    new Promise((resolve) => {
      isStopping = true;
      const force = setTimeout(() => server.closeAllConnections(), GRACE_MS);
      server.close(() => {
        clearTimeout(force);
        resolve();
      });
      const busy = new Set([...underWay].map((response) => response.req.socket));
      for (const socket of sockets) if (!busy.has(socket)) socket.destroySoon();
      for (const response of underWay) askToClose(response);
    });
}
