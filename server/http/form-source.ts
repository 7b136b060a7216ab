import type { Http } from './environment.ts';
import { publicAddress } from './public-address.ts';

/**
 * The origin and fetch site that the browser sent with a form, and the hosts of this server: the requested
 * one and that of the public address, because a proxy may rewrite `Host`.
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
