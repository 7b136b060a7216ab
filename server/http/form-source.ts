import type { Http } from './environment.ts';
import { publicAddress } from './public-address.ts';

/**
 * Origin and fetch site of a form, and the hosts that count as ours: the requested one and the public one, because a
 * proxy may rewrite `Host`.
 */
export function readFormSource(c: Http) {
  const called = c.req.header('host') ?? new URL(c.req.url).host;
  return {
    fetchSite: c.req.header('sec-fetch-site')?.trim().toLowerCase() ?? null,
    origin: c.req.header('origin')?.trim() ?? null,
    // An `Origin` never has the default port; a `Host` may.
    ownHosts: [
      called.toLowerCase().replace(/:(80|443)$/, ''),
      new URL(publicAddress(c.get('app').config)).host,
    ],
  };
}
