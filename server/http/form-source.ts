import type { Http } from './environment.ts';
import { publicAddress } from './public-address.ts';

/**
 * Where the browser says that a form was sent from, and which hosts are ours: the one that was called and the
 * public one, as a proxy may call us by another name.
 */
export function readFormSource(c: Http) {
  const called = c.req.header('host') ?? new URL(c.req.url).host;
  return {
    fetchSite: c.req.header('sec-fetch-site')?.trim().toLowerCase() ?? null,
    origin: c.req.header('origin')?.trim() ?? null,
    // `:80` and `:443` are left out of an origin, and may stand in `Host`.
    ownHosts: [
      called.toLowerCase().replace(/:(80|443)$/, ''),
      new URL(publicAddress(c.get('app').config)).host,
    ],
  };
}
