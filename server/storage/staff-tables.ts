/** Times are ISO 8601 with Vietnam's offset, to the second. */
export interface StaffTables {
  users: {
    id: string;
    /** Sign-in name: lower case, unique, never reused. */
    name: string;
    full_name: string;
    /** One or more of `staff`, `leader`, `supervisor`, `administrator`, separated by spaces. */
    roles: string;
    /** JSON array of counter codes; null: all. */
    counters: string | null;
    /** scrypt hash with its parameters; null: no password chosen yet. */
    password_hash: string | null;
    is_active: number;
    created_at: string;
  };
  sessions: {
    id: string;
    /** SHA-256 of the token in the cookie, hexadecimal. */
    hash: string;
    user_id: string;
    /** Browser and operating system, so that the person recognises the session; empty: unknown. */
    device: string;
    /** `phone`: remembered phone, read-only. */
    kind: 'browser' | 'phone';
    started_at: string;
    /** Last use; updated at most every five minutes. */
    seen_at: string;
    ends_at: string;
  };
  one_time_links: {
    /** SHA-256 of the one-time code, hexadecimal. */
    hash: string;
    purpose: 'first-administrator' | 'set-password' | 'remember-phone' | 'second-step' | 'demo';
    /** null for the first administrator, who has no account yet. */
    user_id: string | null;
    ends_at: string;
    /**
     * User name of the administrator who created a password link; null for other links and for the server's
     * console.
     */
    maker_name: string | null;
    opened_at: string | null;
  };
  second_factors: {
    user_id: string;
    /** RFC 6238 secret in base32; not hashed, because codes are computed from it. */
    secret: string;
    made_at: string;
    /** null until the person has typed a code of this secret. */
    confirmed_at: string | null;
    /** Number of the 30-second step of the last accepted code; codes of this and earlier steps are refused. */
    last_step: number;
  };
  recovery_codes: {
    user_id: string;
    /** SHA-256, hexadecimal; the row is deleted when the code is used. */
    hash: string;
  };
  second_factor_roles: { role: string };
  /**
   * Counts of sign-ins, failures and pages read, per second, hour or day (`act/access.ts`); deleted after some
   * months.
   */
  access_log: {
    /** Beginning of the second, hour or day whose entries the row counts. */
    at: string;
    /** Empty if no such account exists: other typed text is never stored, because it may be a password. */
    user_name: string;
    kind: string;
    /** Way of signing in, or path of the route. */
    detail: string;
    count: number;
  };
  /** Changes by others to an account; deleted when its owner has seen them. */
  notices: {
    user_id: string;
    at: string;
    kind: 'password-link' | 'phone-link' | 'factor-reset';
    /** null: changed at the server's console. */
    actor_name: string | null;
  };
  /** Audit log of settings, people, keys, transactions and comments. Append-only, by trigger. */
  acts: {
    at: string;
    id: string;
    /** null: done at the server's console. */
    actor_id: string | null;
    /** User name when the row was written. */
    actor_name: string | null;
    kind: string;
    /** JSON object of strings and numbers. */
    params: string;
  };
}
