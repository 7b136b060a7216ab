import type { MiddlewareHandler } from 'hono';
import { AppError } from '../lib/errors.ts';
import { listNetworkAddresses } from './network-addresses.ts';

/** Lower-case host name without port; null for a malformed header. */
export function parseHost(header: string | undefined): string | null {
  const match = /^(\[[\da-f:.]+\]|[a-z\d._-]+)(?::\d{1,5})?$/i.exec(header ?? '');
  return match?.[1]?.toLowerCase() ?? null;
}

const LOCAL_HOSTS = ['localhost', '127.0.0.1', '[::1]'];

/** Addresses of this machine in the form of a `Host` header: IPv6 in brackets, without zone. */
export const listOwnHosts = (): string[] =>
  listNetworkAddresses().map(({ address, family }) =>
    family === 'IPv6' ? `[${address.split('%')[0]?.toLowerCase()}]` : address,
  );

/**
 * Protects against DNS rebinding: refuses host names that are not this server's. Health probes are exempt, because
 * orchestrators use any name.
 */
export function hostCheck(publicUrl: string | null): MiddlewareHandler {
  const publicHost = publicUrl === null ? null : parseHost(new URL(publicUrl).host);
  return (c, next) => {
    const host = parseHost(c.req.header('host') ?? new URL(c.req.url).host);
    const isOurs =
      host !== null && (host === publicHost || LOCAL_HOSTS.includes(host) || listOwnHosts().includes(host));
    if (!isOurs && !/^\/(healthz|readyz)$/.test(c.req.path)) throw new AppError('wrong-host', 'wrong-host');
    return next();
  };
}
