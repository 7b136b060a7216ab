import { getConnInfo } from '@hono/node-server/conninfo';
import type { Http } from './environment.ts';

/**
 * Reduces an IPv6 address to its /64 prefix, because one customer controls all addresses of a /64. Returns an IPv4
 * address unchanged.
 */
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
 * Client address, for rate-limiting wrong passwords and, hashed and in memory only, for detecting bursts of
 * ballots. Never stored or logged. Uses only the entries that trusted proxies added to `X-Forwarded-For`; a client
 * can forge the entries before them.
 */
export function clientAddress(c: Http): string {
  const { trustedProxies } = c.get('app').config;
  const entries = (c.req.header('x-forwarded-for') ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  const forwarded =
    trustedProxies === 0 ? undefined : entries.at(-Math.min(trustedProxies, entries.length || 1));
  return narrowAddress(forwarded ?? remoteAddress(c));
}

/** '' when the request has no socket, as in tests. */
function remoteAddress(c: Http): string {
  const hasSocket = (c.env as { incoming?: unknown } | undefined)?.incoming !== undefined;
  return hasSocket ? (getConnInfo(c).remote.address ?? '') : '';
}
