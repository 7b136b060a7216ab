/** Headers of every response. */
export const COMMON_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  // Not `no-referrer`: browsers would then send forms with `Origin: null`, and the CSRF check would refuse our own
  // staff.
  'Referrer-Policy': 'same-origin',
} as const;

/** Content-Security-Policy of everything but pages. */
export const STRICTEST_POLICY = "default-src 'none';frame-ancestors 'none'";
