const HOUR_MS = 3_600_000;

/** A browser that nobody used for this long is signed out: a desk that was left. */
const SESSION_IDLE_MS = 8 * HOUR_MS;
/** However much it is used, a sign-in lasts no longer than this. */
export const SESSION_LIFETIME_MS = 24 * HOUR_MS;
/** A remembered phone reads for this long, 90 days; then the administrator shows a code again. */
export const PHONE_LIFETIME_MS = 90 * 24 * HOUR_MS;
/** `seen_at` is written again after this long, so that reading a page seldom writes. */
export const SEEN_STEP_MS = 5 * 60_000;
/** Lifetime of a code for setting a password: long enough for somebody who is away. */
export const PASSWORD_LINK_MS = 7 * 24 * HOUR_MS;
/** How long the code that remembers a phone can be scanned. */
export const PHONE_LINK_MS = 10 * 60_000;
/** The address of the first administrator; each start makes a new one all the same. */
export const FIRST_LINK_MS = 30 * 24 * HOUR_MS;

/** Whether a session that was last seen then is still in force. Times are instants. */
export const isInForce = (
  session: { readonly kind: 'browser' | 'phone'; readonly seenAt: Date; readonly endsAt: Date },
  now: Date,
): boolean =>
  now < session.endsAt &&
  (session.kind === 'phone' || now.getTime() < session.seenAt.getTime() + SESSION_IDLE_MS);
