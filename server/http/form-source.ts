import type { Http } from './environment.ts';
import { publicAddress } from './public-address.ts';

/**
 * Where a form was sent from, for the rule `foreign-form`. `ownHosts`: the requested host and that of the public
 * address, because a proxy may rewrite `Host`.
 */
export function readFormSource(c: Http) {
  const called = c.req.header('host') ?? new URL(c.req.url).host;
  return {
    fetchSite: c.req.header('sec-fetch-site')?.trim().toLowerCase() ?? null,
    origin: c.req.header('origin')?.trim() ?? null,
    // The default port is removed, because an `Origin` never contains it, but a `Host` may.
    ownHosts: [
      called.toLowerCase().replace(/:(80|443)$/, ''),
      new URL(publicAddress(c.get('app').config)).host,
    ],
  };
}
