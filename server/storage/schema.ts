import type { Kysely, Transaction } from 'kysely';
import type { Day } from '../lib/day.ts';

/** Where a ballot came from. */
export type Channel = 'poster' | 'link' | 'slip' | 'tablet' | 'paper' | 'assisted';

/** What every ballot is filed under, and every tally. */
interface CellColumns {
  unit_code: string;
  day: Day;
  counter_code: string;
  channel: Channel;
  survey_id: string;
  survey_version: number;
}

interface BallotColumns extends CellColumns {
  /** 128 random bits, hexadecimal. */
  id: string;
  /** Canonical JSON: levels and `na` by question id, keys sorted. */
  answers: string;
  /** Canonical JSON of ticked chips by question id; null when none. */
  why: string | null;
  /** The reason for which the ballot was set aside at intake; null when it counts. */
  set_aside: string | null;
}

export interface Database {
  units: {
    code: string;
    official_code: string | null;
    name: string;
    receiver: string;
    contact_phone: string | null;
    opened_on: Day;
  };
  counters: {
    code: string;
    unit_code: string;
    /** Order on pages, from 1. */
    position: number;
    name: string;
    /** What a visit without a slip counts as. */
    channel: Channel;
    /** The field (lĩnh vực) that the counter serves; null: citizens are asked. */
    field: string | null;
    is_open: number;
  };
  /** Settings that shape figures, never overwritten: in force from a day on, till the next row. */
  dated_settings: {
    unit_code: string;
    name: string;
    since: Day;
    /** JSON. */
    value: string;
  };
  counter_surveys: {
    counter_code: string;
    since: Day;
    survey_id: string;
    survey_version: number;
  };
  /** The ballots of days that are not over; emptied into `ballots` when a day is. */
  ballot_box: BallotColumns;
  /** The ballots of finished days, in the order of their random ids. Nothing changes or leaves it. */
  ballots: BallotColumns;
  tallies: CellColumns & {
    /** As on the ballot, with '' for ballots that count. */
    set_aside: string;
    /** How many; the same number as in `counts`, so that SQL can add it up. */
    ballots: number;
    /** JSON of a `Tally`. */
    counts: string;
  };
  /** Overall levels by kind or field of respondent: kept apart, never on the ballot. */
  respondent_tallies: {
    unit_code: string;
    day: Day;
    counter_code: string;
    dimension: 'kind' | 'field';
    option_id: string;
    /** JSON of `LevelCounts`. */
    counts: string;
  };
  /** How much of a running day the unit's headline shows: whole groups of five. */
  headline_steps: {
    unit_code: string;
    day: Day;
    /** 1: ballots that were set aside. */
    is_set_aside: number;
    /** JSON of `LevelCounts`. */
    released: string;
    pending: string;
  };
  spent_tokens: {
    hash: string;
    /** The last day on which the token could come again. */
    expires_on: Day;
  };
  comment_box: {
    id: string;
    unit_code: string;
    counter_code: string;
    day: Day;
    text: string;
  };
  comments: {
    id: string;
    unit_code: string;
    counter_code: string;
    /** ISO week, `2024-W05`. */
    week: string;
    text: string;
  };
  /** Days that are over and whose box has been emptied. */
  settled_days: { day: Day };
  closed_reports: {
    unit_code: string;
    period: string;
    revision: number;
    sha256: string;
    /** The report as it is served for ever, JSON. */
    body: string;
  };
  api_keys: {
    id: string;
    name: string;
    /** SHA-256 of the key, hexadecimal. */
    hash: string;
    /** JSON array of unit codes; null: all. */
    units: string | null;
    created_on: Day;
    /** Last day of validity; null: until revoked. */
    expires_on: Day | null;
    revoked_on: Day | null;
  };
  users: {
    id: string;
    /** What is typed to sign in: lower case, unique, never given to another person. */
    name: string;
    full_name: string;
    role: 'staff' | 'leader' | 'supervisor' | 'administrator';
    /** JSON array of counter codes; null: all. */
    counters: string | null;
    /** Scrypt with its parameters; null until the person has chosen a password. */
    password_hash: string | null;
    is_active: number;
    /** ISO 8601 in Vietnam's offset, to the second, as all times of these tables. */
    created_at: string;
  };
  sessions: {
    id: string;
    /** SHA-256 of the token in the cookie, hexadecimal. */
    hash: string;
    user_id: string;
    /** `phone`: a remembered phone, which reads only. */
    kind: 'browser' | 'phone';
    started_at: string;
    /** Not to the second: written again at most every few minutes. */
    seen_at: string;
    ends_at: string;
  };
  one_time_links: {
    /** SHA-256 of the code behind `#ma=`, hexadecimal. */
    hash: string;
    purpose: 'first-administrator' | 'set-password' | 'remember-phone' | 'demo';
    /** Whose link it is; null: the first administrator, who is nobody yet. */
    user_id: string | null;
    ends_at: string;
  };
  /** Who did what to settings, people, keys, transactions and comments. Nothing changes or leaves it. */
  acts: {
    at: string;
    id: string;
    /** null: the console of the server. */
    actor_id: string | null;
    /** The user name at that time. */
    actor_name: string | null;
    kind: string;
    /** JSON object of texts and numbers. */
    params: string;
  };
  secrets: { name: string; value: string };
  /** Dated lines for everybody to read, by unit in the order in which they were written. Nothing leaves it. */
  public_events: {
    unit_code: string;
    /** From 1. */
    position: number;
    day: Day;
    kind: string;
    /** JSON, by kind. */
    params: string;
  };
}

/** The database, outside a transaction: reading. */
export type Db = Kysely<Database>;
/** The database inside a transaction: every write takes one, which proves that it is in one. */
export type Trx = Transaction<Database>;
