import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A TCP proxy between the server and PostgreSQL that can fail on purpose. */
export interface DatabaseProxy {
  /** Database URL that leads through the proxy. */
  readonly url: string;
  /** Closes all connections, as a restart of the database does. */
  cut(): void;
  /** Stops forwarding, but keeps connections open, as when the network is lost. */
  freeze(): void;
  /** Closes all connections and refuses new ones. */
  refuse(): Promise<void>;
  /** Ends `freeze` and `refuse`. */
  restore(): Promise<void>;
}

/** `atEnd` registers the function that closes the proxy; pass Vitest's `onTestFinished` or similar. */
export async function startDatabaseProxy(
  databaseUrl: string,
  atEnd: (close: () => Promise<void>) => void,
): Promise<DatabaseProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let isFrozen = false;
  const server = createServer((inner) => {
    const outer = connect(Number(target.port || 5432), target.hostname);
    for (const [from, to] of [
      [inner, outer],
      [outer, inner],
    ] as const) {
      sockets.add(from);
      from.on('error', () => {});
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      from.pipe(to);
      if (isFrozen) from.unpipe(to).pause();
    }
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const port = await listen(0);
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  const close = async () => {
    if (!server.listening) return;
    server.close();
    cut();
    await once(server, 'close');
  };
  atEnd(close);
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${port}`;
  return {
    url: url.href,
    cut,
    freeze() {
      isFrozen = true;
      for (const socket of sockets) socket.unpipe().pause();
    },
    refuse: close,
    async restore() {
      // Data that arrived while frozen has been lost, so the connections cannot be used any more.
      if (isFrozen) cut();
      isFrozen = false;
      if (!server.listening) await listen(port);
    },
  };
}
