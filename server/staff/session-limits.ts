const HOUR_MS = 3_600_000;

/** Idle timeout of a browser. */
const SESSION_IDLE_MS = 8 * HOUR_MS;
/** Absolute limit of a browser session. */
export const SESSION_LIFETIME_MS = 24 * HOUR_MS;
export const PHONE_LIFETIME_MS = 90 * 24 * HOUR_MS;
/** Minimum interval between updates of `seen_at`, to save writes. */
export const SEEN_STEP_MS = 5 * 60_000;
/** Validity of a password link; long enough for somebody who is away. */
export const PASSWORD_LINK_MS = 7 * 24 * HOUR_MS;
export const PHONE_LINK_MS = 10 * 60_000;
/** Time for the second step of signing in, and for setting it up. */
export const SECOND_STEP_MS = 15 * 60_000;
/** Validity of the first administrator's link; each start of the server makes a new one anyway. */
export const FIRST_LINK_MS = 30 * 24 * HOUR_MS;

export const isInForce = (
  session: { readonly kind: 'browser' | 'phone'; readonly seenAt: Date; readonly endsAt: Date },
  now: Date,
): boolean =>
  now < session.endsAt &&
  (session.kind === 'phone' || now.getTime() < session.seenAt.getTime() + SESSION_IDLE_MS);
