import type { Kysely, Transaction } from 'kysely';
import type { Day } from '../lib/day.ts';

/** Where a ballot came from. */
export type Channel = 'poster' | 'link' | 'slip' | 'tablet' | 'paper' | 'assisted';

/** What the office has made of a comment: not read yet, read, dealt with, not its business. */
export type CommentState = 'unread' | 'read' | 'handled' | 'outside';

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
  /** 1: the citizen ticked that somebody suggested the answers; null: the form did not ask. */
  suggested: number | null;
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
  /** Settings that shape figures, never overwritten: in force from a day until the next row. */
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
  /** Where citizens of a closed counter are sent. There is no row for an open one. */
  counter_successors: {
    counter_code: string;
    successor_code: string;
    /** 1: closed for good, its work is done at the other one. */
    is_merged: number;
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
    /** null: waits for its group; `withheld`: its week closed with too few ballots, nobody ever sees it. */
    state: CommentState | 'withheld' | null;
    /** The text as it is searched, see `foldText`; null until the comment is shown. */
    folded: string | null;
    /** The user name of who marked it last, and when. */
    marked_by: string | null;
    marked_on: Day | null;
  };
  /** How far the comments of a counter and week have come to light. */
  comment_groups: {
    week: string;
    unit_code: string;
    counter_code: string;
    /** Ballots of finished days whose comments are shown. */
    taken: number;
    /** 1: some of its comments wait. */
    is_waiting: number;
    /** The last finished day after which the waiting ones were looked at. */
    judged_on: Day | null;
  };
  /** Days that are over and whose box has been emptied. */
  settled_days: { day: Day };
  /** What each finished day of a unit held, as a digest. Nothing changes or leaves it. */
  day_seals: {
    unit_code: string;
    day: Day;
    /** Ballots received on that day, set aside or not. */
    ballots: number;
    /** SHA-256 of ballots and tallies, hexadecimal. */
    digest: string;
    /** SHA-256 of the chain of the day before, the day, its digest; hexadecimal. */
    chain: string;
    /** The day on which it was sealed: the next one, unless the server rested or was upgraded. */
    sealed_on: Day;
  };
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
  /**
   * How a unit's ballots of a day came in, for the thresholds of rules and for alerts: nothing of counters or
   * answers, and of times alone how many came at odd hours.
   */
  intake_counts: { unit_code: string; day: Day; measure: string; n: number };
  /** Sheets of one-time slips that were printed together. */
  slip_batches: {
    /** 128 random bits, hexadecimal. */
    id: string;
    unit_code: string;
    /** null: handed out by a supervisor; the citizen says at which counter they were. */
    counter_code: string | null;
    /** The user name of who printed it. */
    issued_by: string;
    issued_on: Day;
    /** The last day on which a slip opens the survey. */
    expires_on: Day;
    /** How many. */
    slips: number;
  };
  /** Every slip that was printed. */
  slips: {
    /** SHA-256 of its code, base64url. */
    hash: string;
    batch_id: string;
  };
  /** Slips that have been used, without a day: the key lets each be used once. */
  spent_slips: { hash: string; batch_id: string };
  /** How many used slips of a batch are shown: in groups of five, under the week in which one was full. */
  slip_uses: {
    batch_id: string;
    /** ISO week, `2024-W05`. */
    week: string;
    used: number;
  };
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
  /** Finished transactions as the office says, every revision of every number. Nothing changes or leaves it. */
  transaction_entries: {
    unit_code: string;
    from_day: Day;
    to_day: Day;
    /** '' for the whole unit. */
    counter_code: string;
    /** From 1; the highest is the one that counts. */
    revision: number;
    /** null: taken back. */
    n: number | null;
    source: 'typed' | 'imported';
    entered_at: string;
    /** The user name at that time. */
    actor_name: string;
  };
  /** How files of transactions are read, by the fingerprint of their headings. */
  import_mappings: {
    unit_code: string;
    fingerprint: string;
    /** JSON of a `Mapping` in `transactions/import/mapping.ts`. */
    mapping: string;
  };
}

/** The database, outside a transaction: reading. */
export type Db = Kysely<Database>;
/** The database inside a transaction: every write takes one, which proves that it is in one. */
export type Trx = Transaction<Database>;
