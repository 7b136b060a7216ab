export const COMMON_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  // With `no-referrer` browsers would send forms with `Origin: null`, and the CSRF check would refuse them.
  'Referrer-Policy': 'same-origin',
} as const;

const YEAR_S = 365 * 24 * 3_600;

export const HTTPS_HEADERS = { 'Strict-Transport-Security': `max-age=${YEAR_S}` } as const;

/** Content-Security-Policy of every response that is not a page. */
export const STRICTEST_POLICY = "default-src 'none';frame-ancestors 'none'";
