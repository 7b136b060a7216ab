import type { Http } from './environment.ts';
import { publicAddress } from './public-address.ts';

/**
 * Returns the `Origin` and `Sec-Fetch-Site` values of a submitted form, and this server's hosts: the requested one and
 * that of the public address, because a proxy may rewrite `Host`.
 */
export function readFormSource(c: Http) {
  const called = c.req.header('host') ?? new URL(c.req.url).host;
  return {
    fetchSite: c.req.header('sec-fetch-site')?.trim().toLowerCase() ?? null,
    origin: c.req.header('origin')?.trim() ?? null,
    // An `Origin` header never contains the default port; a `Host` header may.
    ownHosts: [
      called.toLowerCase().replace(/:(80|443)$/, ''),
      new URL(publicAddress(c.get('app').config)).host,
    ],
  };
}
