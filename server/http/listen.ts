import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import type { HttpEnvironment } from './environment.ts';
import {
  type ConnectionLimits,
  connectionLimits,
  limitConnections,
  tooManyConnections,
} from './limit-connections.ts';

export interface Listening {
  readonly port: number;
  /** Stops accepting connections, waits for running requests and closes idle connections. */
  stop(): Promise<void>;
}

/**
 * Time for running requests after a stop. Service managers send SIGKILL later (Docker: after 10 s), so the database
 * can still be closed.
 */
const GRACE_MS = 5_000;

/** Long enough for a phone on a slow network to send some kilobytes. */
const TIMEOUTS = {
  headersTimeout: 20_000,
  requestTimeout: 60_000,
  connectionsCheckingInterval: 5_000,
} as const;

/**
 * Rejects when the server cannot listen. `makeApp` is called once, before the first request, with the actual port,
 * which the system chooses for port 0.
 */
export async function listen(
  makeApp: (port: number) => Hono<HttpEnvironment>,
  host: string,
  port: number,
  limits: ConnectionLimits = connectionLimits(0, 'Too many connections'),
): Promise<Listening> {
  let app: Hono<HttpEnvironment>;
  const server = createAdaptorServer({
    fetch: (request, env) =>
      isBeyond((env as HttpBindings).incoming.socket)
        ? tooManyConnections(limits.sentence)
        : app.fetch(request, env),
    // For HTTP/1.0 health checks, which send no `Host` header.
    hostname: 'localhost',
    serverOptions: TIMEOUTS,
  }) as Server;
  const { isBeyond } = limitConnections(server, limits);
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
 * Returns a function that stops the server. `server.closeIdleConnections()` would miss connections that browsers
 * opened in advance and connections that become idle later; either would delay the stop for seconds.
 */
function trackConnections(server: Server): () => Promise<void> {
  const sockets = new Set<Socket>();
  const running = new Set<ServerResponse>();
  let isStopping = false;
  const requestClose = (response: ServerResponse) => {
    if (!response.headersSent) response.setHeader('Connection', 'close');
  };
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.prependListener('request', (request, response) => {
    running.add(response);
    // HTTP/1.1 keeps connections open without these headers, which take 47 bytes of each response.
    if (request.httpVersion === '1.1' && response.shouldKeepAlive) response.removeHeader('Connection');
    if (isStopping) requestClose(response);
    response.once('close', () => {
      running.delete(response);
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
      const busy = new Set([...running].map((response) => response.req.socket));
      for (const socket of sockets) if (!busy.has(socket)) socket.destroySoon();
      for (const response of running) requestClose(response);
    });
}
