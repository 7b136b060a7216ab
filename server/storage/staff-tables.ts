/** Accounts, sessions and the audit log. Times are ISO 8601 with Vietnam's offset, to the second. */
export interface StaffTables {
  users: {
    id: string;
    /** Sign-in name: lower case, unique, never reused. */
    name: string;
    full_name: string;
    /** One or more of `staff`, `leader`, `supervisor`, `administrator`, with a space between. */
    roles: string;
    /** JSON array of counter codes; null: all. */
    counters: string | null;
    /** Scrypt with its parameters; null: no password chosen yet. */
    password_hash: string | null;
    is_active: number;
    created_at: string;
  };
  sessions: {
    id: string;
    /** SHA-256 of the token in the cookie, hexadecimal. */
    hash: string;
    user_id: string;
    /** Browser and system, for the person to recognise; empty: unknown. */
    device: string;
    /** `phone`: remembered phone, read-only. */
    kind: 'browser' | 'phone';
    started_at: string;
    /** Updated at most every few minutes. */
    seen_at: string;
    ends_at: string;
  };
  one_time_links: {
    /** SHA-256 of the code behind `#ma=`, hexadecimal. */
    hash: string;
    purpose: 'first-administrator' | 'set-password' | 'remember-phone' | 'second-step' | 'demo';
    /** null: for the first administrator, who has no account yet. */
    user_id: string | null;
    ends_at: string;
    /** User name of the administrator who made it for somebody; null: the server's console, or nobody. */
    maker_name: string | null;
    opened_at: string | null;
  };
  /** What people prove in the second step of signing in. */
  second_factors: {
    user_id: string;
    /** RFC 6238, base32; readable, because codes are computed from it. */
    secret: string;
    made_at: string;
    /** null: shown to the person, who has not typed a code of it yet. */
    confirmed_at: string | null;
    /** Step of 30 seconds of the latest accepted code; earlier ones and the same are refused. */
    last_step: number;
  };
  recovery_codes: {
    user_id: string;
    /** SHA-256, hexadecimal; the row is deleted when the code is used. */
    hash: string;
  };
  /** Roles that must have a second factor. */
  second_factor_roles: { role: string };
  /** Signing in, failures, reading: counted by second, hour or day (`act/access.ts`), and deleted after some months. */
  access_log: {
    /** Beginning of the second, hour or day. */
    at: string;
    /** Empty: no such account. Never what somebody typed that is no account: it may be a password. */
    user_name: string;
    kind: string;
    /** Way of signing in, or path of the route. */
    detail: string;
    count: number;
  };
  /** What others did to an account, until its person has seen it. */
  notices: {
    user_id: string;
    at: string;
    kind: 'password-link' | 'phone-link' | 'factor-reset';
    /** null: the server's console. */
    actor_name: string | null;
  };
  /** Audit log of settings, people, keys, transactions and comments. Append-only, by trigger. */
  acts: {
    at: string;
    id: string;
    /** null: the server's console. */
    actor_id: string | null;
    /** The person's user name when the row was written. */
    actor_name: string | null;
    kind: string;
    /** JSON object of strings and numbers. */
    params: string;
  };
}
