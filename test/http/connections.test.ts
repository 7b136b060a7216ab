import { Agent, get, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { limitConnections, tooManyConnections } from '../../server/http/limit-connections.ts';
import { listen } from '../../server/http/listen.ts';
import { consoleVi } from '../../web/messages/console.vi.ts';
import { sendRaw } from '../helpers/raw-request.ts';
import { createTestApp } from '../helpers/test-app.ts';

const LIMITS = { perAddress: 4, total: 8 };

/** A fake server that accepts fake connections from given addresses. */
function createDouble(limits: Parameters<typeof limitConnections>[1] = LIMITS) {
  const listeners: ((socket: Socket) => void)[] = [];
  const server = { on: (_: string, listener: (socket: Socket) => void) => listeners.push(listener) };
  const { isBeyond } = limitConnections(server as never, limits);
  return (remoteAddress: string, localAddress = '192.0.2.1') => {
    const ends: (() => void)[] = [];
    let isDestroyed = false;
    const socket = {
      remoteAddress,
      localAddress,
      once: (_: string, end: () => void) => ends.push(end),
      destroy: () => {
        isDestroyed = true;
      },
    } as unknown as Socket;
    for (const listener of listeners) listener(socket);
    return {
      state: () => (isDestroyed ? 'closed' : isBeyond(socket) ? 'told' : 'served'),
      end: () => {
        for (const end of ends) end();
      },
    };
  };
}

describe('open connections', () => {
  it('serve further requests without a header that says so', async () => {
    const { app } = await createTestApp();
    const server = await listen(() => app, '127.0.0.1', 0);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ports: (number | undefined)[] = [];
    for (const path of ['/', '/rieng-tu', '/nowhere']) {
      const response = await new Promise<IncomingMessage>((resolve, reject) => {
        get({ port: server.port, path, agent }, resolve).on('error', reject);
      });
      ports.push(response.socket.localPort);
      expect(response.headers.connection).toBeUndefined();
      await buffer(response);
    }
    expect(new Set(ports).size).toBe(1);
    agent.destroy();
    await server.stop();
  });

  it('are closed after the response where the client asks for it, and the response says so', async () => {
    const { app } = await createTestApp();
    const server = await listen(() => app, '127.0.0.1', 0);
    const request = 'GET /rieng-tu HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n';
    expect((await sendRaw(server.port, request)).headers.get('connection')).toBe('close');
    await server.stop();
  });

  it('of one address are limited: some are told so, more are closed, and ended ones do not count', () => {
    const arrive = createDouble();
    const connections = Array.from({ length: 10 }, () => arrive('203.0.113.5'));
    expect(connections.map(({ state }) => state())).toEqual([
      ...Array.from({ length: 4 }, () => 'served'),
      ...Array.from({ length: 4 }, () => 'told'),
      ...Array.from({ length: 2 }, () => 'closed'),
    ]);
    for (const { end } of connections) end();
    expect(arrive('203.0.113.5').state()).toBe('served');
  });

  it('of all addresses are limited, and those of this machine are not', () => {
    const arrive = createDouble();
    const states = Array.from({ length: 20 }, (_, index) => arrive(`203.0.113.${index}`).state());
    expect(states.filter((state) => state === 'served')).toHaveLength(8);
    for (const [remote, local] of [
      ['127.0.0.1', '127.0.0.1'],
      ['::ffff:127.0.0.1', '::ffff:127.0.0.1'],
      ['::1', '::1'],
      ['192.0.2.1', '192.0.2.1'],
    ])
      expect(arrive(remote as string, local).state(), remote).toBe('served');
  });

  it('behind a proxy are limited together only', () => {
    const arrive = createDouble({ perAddress: null, total: 8 });
    for (let index = 0; index < 8; index += 1) expect(arrive('203.0.113.5').state()).toBe('served');
    expect(arrive('203.0.113.5').state()).toBe('told');
  });

  it('beyond the limits get a text, and a phone that holds a ballot tries again', async () => {
    const response = tooManyConnections(consoleVi.tooManyConnections);
    expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '10']);
    expect(await response.text()).toContain('quá nhiều kết nối');
  });
});
