/** What every answer says, whatever it is. */
export const COMMON_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  // Not `no-referrer`: browsers then send forms with `Origin: null`, and our own staff would look foreign.
  'Referrer-Policy': 'same-origin',
} as const;

/** The policy of whatever is not a page. */
export const STRICTEST_POLICY = "default-src 'none';frame-ancestors 'none'";
