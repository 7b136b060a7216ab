import { once } from 'node:events';
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the network does with a ballot: delivers it, loses the request, or loses the response. */
export type Line = 'works' | 'loses-the-ballot' | 'loses-the-answer';

export interface SeenRequest {
  readonly method: string;
  /** Absolute URL; `HOST:PORT` for a CONNECT request. */
  readonly address: string;
}

/** An HTTP proxy for a browser. Records all requests, and can lose some. */
export interface RecordingProxy {
  /** Value of the browser's proxy setting. */
  readonly server: string;
  line: Line;
  /** Includes requests that developer tools hide, such as those for icons. */
  readonly seen: SeenRequest[];
  close(): Promise<void>;
}

export async function startRecordingProxy(): Promise<RecordingProxy> {
  const listener = createServer((request, response) => {
    const { method = '', url = '' } = request;
    proxy.seen.push({ method, address: url });
    const line = method === 'POST' ? proxy.line : 'works';
    if (line === 'loses-the-ballot') request.socket.destroy();
    else forward(request, response, line === 'loses-the-answer');
  });
  // Our pages never need a tunnel, so a CONNECT request is recorded and rejected.
  listener.on('connect', (request, socket) => {
    proxy.seen.push({ method: 'CONNECT', address: request.url ?? '' });
    socket.destroy();
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const proxy: RecordingProxy = {
    server: `http://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    line: 'works',
    seen: [],
    async close() {
      listener.closeAllConnections();
      listener.close();
      await once(listener, 'close');
    },
  };
  return proxy;
}

function forward(request: IncomingMessage, response: ServerResponse, losesAnswer: boolean): void {
  const url = new URL(request.url ?? '', 'http://nowhere.invalid');
  const { 'proxy-connection': _, ...headers } = request.headers;
  const onwards = ask(
    { host: '127.0.0.1', port: url.port, path: url.pathname + url.search, method: request.method, headers },
    (answer) => {
      if (losesAnswer) {
        answer.resume();
        answer.once('end', () => request.socket.destroy());
        return;
      }
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(response);
    },
  );
  onwards.on('error', () => request.socket.destroy());
  request.pipe(onwards);
}
