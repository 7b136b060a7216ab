/** Where a browser says that a form was sent from. */
export interface FormSource {
  /** `Sec-Fetch-Site` in lower case; null where the browser sends none, as old ones and plain http do. */
  readonly fetchSite: string | null;
  /** `Origin`; null where there is none. */
  readonly origin: string | null;
  /** Hosts with their ports, in lower case, at which our own pages are shown. */
  readonly ownHosts: readonly string[];
}

/**
 * Whether a form was certainly sent from another site's page. A phone that says nothing, or `null` (privacy
 * modes, redirects), is an ordinary phone: only a definite word of the browser counts. A program that is no
 * browser can say what it likes.
 */
export function isForeignForm({ fetchSite, origin, ownHosts }: FormSource): boolean {
  if (fetchSite === 'cross-site') return true;
  if (fetchSite === 'same-origin' || origin === null) return false;
  const host = hostOf(origin);
  // The scheme is left out: behind a proxy that speaks https we are called over http.
  return host !== null && !ownHosts.includes(host);
}

/** Host and port of an origin in lower case; null for `null` and for what is no origin at all. */
function hostOf(origin: string): string | null {
  if (!/^https?:\/\//i.test(origin) || !URL.canParse(origin)) return null;
  return new URL(origin).host;
}
