/** Where a form was sent from, by its request headers. */
export interface FormSource {
  /** `Sec-Fetch-Site` in lower case; null: not sent, as by old browsers and over plain HTTP. */
  readonly fetchSite: string | null;
  /** `Origin`; null: not sent. */
  readonly origin: string | null;
  /** Our own hosts with port, in lower case. */
  readonly ownHosts: readonly string[];
}

/**
 * True only if the browser definitely reports another site. Missing headers and `Origin: null` (privacy modes,
 * redirects) are normal. Clients that are not browsers can forge all of it.
 */
export function isForeignForm({ fetchSite, origin, ownHosts }: FormSource): boolean {
  if (fetchSite === 'cross-site') return true;
  if (fetchSite === 'same-origin' || origin === null) return false;
  const host = hostOf(origin);
  // Schemes are not compared: a TLS proxy calls us over HTTP.
  return host !== null && !ownHosts.includes(host);
}

/** Host of an origin; null for `null` and malformed origins. */
function hostOf(origin: string): string | null {
  if (!/^https?:\/\//i.test(origin) || !URL.canParse(origin)) return null;
  return new URL(origin).host;
}
