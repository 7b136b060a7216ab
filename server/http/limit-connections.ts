import type { Server } from 'node:http';
import { isIP, type Socket } from 'node:net';
import { narrowAddress } from './client-address.ts';

export interface ConnectionLimits {
  /**
   * Maximum number of open connections per address; the phones on an office's Wi-Fi need a few dozen. Null: no
   * limit.
   */
  readonly perAddress: number | null;
  readonly total: number;
  readonly sentence: string;
}

/** Behind proxies all connections come from the last proxy, which must limit its clients itself. */
export const connectionLimits = (trustedProxies: number, sentence: string): ConnectionLimits => ({
  perAddress: trustedProxies > 0 ? null : 256,
  total: 4_000,
  sentence,
});

/** Timeout for the first byte; browsers may open a connection some seconds before they use it. */
const SILENT_MS = 20_000;

/** Time for a connection above the limits to send a request and get the error response. */
const TELL_MS = 5_000;

/**
 * Limits open connections, so that one client cannot occupy all of them. A connection above a limit (`isBeyond`)
 * gets an error response and is closed; above twice the limit it is closed at once. Connections from this machine
 * are not limited, so that its administrator can always connect.
 */
export function limitConnections(server: Server, { perAddress, total }: Omit<ConnectionLimits, 'sentence'>) {
  const open = new Map<string, number>();
  const beyond = new WeakSet<Socket>();
  let all = 0;
  server.on('connection', (socket: Socket) => {
    const { remoteAddress = '', localAddress } = socket;
    // Node's own timeouts start with the first byte.
    setTimeout(() => socket.bytesRead === 0 && socket.destroy(), SILENT_MS).unref();
    if (remoteAddress === localAddress || isLoopback(remoteAddress)) return;
    const address = narrowAddress(remoteAddress);
    const own = (open.get(address) ?? 0) + 1;
    open.set(address, own);
    all += 1;
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left === 0) open.delete(address);
      else open.set(address, left);
      all -= 1;
    });
    const share = Math.max(perAddress === null ? 0 : own / perAddress, all / total);
    if (share > 2) socket.destroy();
    if (share <= 1) return;
    beyond.add(socket);
    setTimeout(() => socket.destroy(), TELL_MS).unref();
  });
  return {
    isBeyond: (socket: Socket): boolean => beyond.has(socket),
  };
}

const isLoopback = (address: string): boolean =>
  isIP(address) !== 0 && /^(::ffff:)?127\.|^::1$/.test(address);

/** Prebuilt, because it is sent under overload. The page on a phone keeps its ballot and retries. */
export const tooManyConnections = (sentence: string): Response =>
  new Response(`${sentence}\n`, {
    status: 503,
    headers: { 'Content-Type': 'text/plain; charset=UTF-8', 'Retry-After': '10', Connection: 'close' },
  });
