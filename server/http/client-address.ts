import { getConnInfo } from '@hono/node-server/conninfo';
import type { Http } from './environment.ts';

/** The first 64 bits of an IPv6 address, which is what one customer has; an IPv4 address as it is. */
export function narrowAddress(address: string): string {
  const plain = address
    .trim()
    .toLowerCase()
    .replace(/^\[|\](:\d+)?$|%.*$/g, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1] ?? plain;
  const v4 = /^(\d+\.\d+\.\d+\.\d+)(:\d+)?$/.exec(mapped)?.[1];
  if (v4 !== undefined || !mapped.includes(':')) return v4 ?? mapped;
  const [left = '', right] = mapped.split('::');
  const start = left === '' ? [] : left.split(':');
  const end = right === undefined || right === '' ? [] : right.split(':');
  const zeros = right === undefined ? 0 : Math.max(0, 8 - start.length - end.length);
  const groups = [...start, ...Array.from({ length: zeros }, () => '0'), ...end];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

/**
 * Where a request comes from, for slowing down wrong passwords and, hashed in memory, for noticing runs of
 * the same ballot; for nothing else, and never written down: the other end of the connection, seen through
 * exactly as many proxies as are trusted. What stands before their entries in `X-Forwarded-For` is anybody's
 * word.
 */
export function clientAddress(c: Http): string {
  const { trustedProxies } = c.get('app').config;
  const entries = (c.req.header('x-forwarded-for') ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  const told = trustedProxies === 0 ? undefined : entries.at(-Math.min(trustedProxies, entries.length || 1));
  return narrowAddress(told ?? remoteAddress(c));
}

/** The other end of the connection; empty where a request came without one, as in tests. */
function remoteAddress(c: Http): string {
  const hasSocket = (c.env as { incoming?: unknown } | undefined)?.incoming !== undefined;
  return hasSocket ? (getConnInfo(c).remote.address ?? '') : '';
}
