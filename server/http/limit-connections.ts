import type { Server } from 'node:http';
import { isIP, type Socket } from 'node:net';
import { narrowAddress } from './client-address.ts';

export interface ConnectionLimits {
  /** Open connections of one address; the phones of an office on one Wi-Fi need some dozen. Null: no limit. */
  readonly perAddress: number | null;
  readonly total: number;
  /** Said to a connection beyond the limits. */
  readonly sentence: string;
}

/** With proxies, all connections come from the address of the last one, which limits its own clients. */
export const connectionLimits = (trustedProxies: number, sentence: string): ConnectionLimits => ({
  perAddress: trustedProxies > 0 ? null : 256,
  total: 4_000,
  sentence,
});

/** A connection may be opened before it is needed, but not be kept without a byte. */
const SILENT_MS = 20_000;

/** Time in which a connection beyond the limits can ask and be told so. */
const TELL_MS = 5_000;

/**
 * Limits open connections, so that nobody can use up the server's by opening and holding them. A connection beyond
 * the limits is told so (`isBeyond`) and closed; beyond twice the limits it is closed at once. Connections of this
 * machine are not limited: its administrator can always get in.
 */
export function limitConnections(server: Server, { perAddress, total }: Omit<ConnectionLimits, 'sentence'>) {
  const open = new Map<string, number>();
  const beyond = new WeakSet<Socket>();
  let all = 0;
  server.on('connection', (socket: Socket) => {
    const { remoteAddress = '', localAddress } = socket;
    // Node's own timeouts begin with the first byte.
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

/** Prebuilt, as it is sent when the server has no time. A phone that sent a ballot keeps it and tries again. */
export const tooManyConnections = (sentence: string): Response =>
  new Response(`${sentence}\n`, {
    status: 503,
    headers: { 'Content-Type': 'text/plain; charset=UTF-8', 'Retry-After': '10', Connection: 'close' },
  });
