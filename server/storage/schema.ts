import type { Generated, Kysely, Transaction } from 'kysely';
import type { Day } from '../lib/day.ts';
import type { StaffTables } from './staff-tables.ts';

export type Channel = 'poster' | 'link' | 'slip' | 'tablet' | 'paper' | 'assisted';

/** `outside`: about something that the office is not responsible for. */
export type CommentState = 'unread' | 'read' | 'handled' | 'outside';

/** Key of a tally, and part of every ballot. */
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
  /** Canonical JSON: level or `na` by question id. */
  answers: string;
  /** Canonical JSON: ticked chips by question id; null: none. */
  why: string | null;
  /** Reason for being set aside; null: the ballot counts. */
  set_aside: string | null;
  /** 1: the citizen ticked that somebody suggested the answers; null: not asked. */
  suggested: number | null;
}

/** Seals of days, those in force and those that are void. */
interface SealTables {
  /** Digest of each settled day of a unit. Append-only, by trigger. */
  day_seals: {
    unit_code: string;
    day: Day;
    /** Number of ballots received, set aside or not. */
    ballots: number;
    /** SHA-256 of ballots and tallies, hexadecimal. */
    digest: string;
    /** SHA-256 of the chain of the day before, the day, its digest; hexadecimal. */
    chain: string;
    /** Usually the next day; later if the server was off or was upgraded. */
    sealed_on: Day;
  };
  /** Moved from `day_seals`: seals of days that a clock ahead of time ended. Append-only, by trigger. */
  voided_seals: SealTables['day_seals'] & { voiding: number };
  /** Append-only, by trigger. */
  seal_voidings: {
    unit_code: string;
    /** From 1 within the unit. */
    voiding: number;
    /** First void day, which is sealed again with `head` as the chain before it. */
    from_day: Day;
    reason: string;
    head: string;
    /** JSON: revisions of the reports that were closed too early, by period. */
    reports: string;
  };
}

export interface Database extends StaffTables, SealTables {
  /** One row, made when a server first starts on the database. */
  installation: {
    /** 128 random bits, hexadecimal. */
    id: string;
    /** ISO 8601 with milliseconds; null: on trial. */
    official_since: string | null;
    /** Day on which the trial was extended; null: it was not. */
    extended_on: Day | null;
    /** 1: the office declared that citizens reach the server only from its own network. */
    is_local_only: number;
    /** The trial's days and number of erased ballots; all null before its end, or without a trial. */
    trial_from: Day | null;
    trial_to: Day | null;
    trial_erased: number | null;
    /** 1: files may still hold erased rows. */
    has_traces: number;
    /** Day on which a person confirmed the machine's clock last; null: it was never in doubt. */
    clock_confirmed_on: Day | null;
  };
  units: {
    code: string;
    official_code: string | null;
    name: string;
    receiver: string;
    contact_phone: string | null;
    opened_on: Day;
    kind: Generated<string>;
    area_code: Generated<string>;
    head_agency: Generated<string>;
    places: Generated<string>;
    procedures_receiver: Generated<string>;
  };
  counters: {
    code: string;
    unit_code: string;
    /** Order on pages, from 1. */
    position: number;
    name: string;
    /** Channel of a ballot without a slip. */
    channel: Channel;
    /** Field (lĩnh vực) that the counter serves; null: citizens are asked. */
    field: string | null;
    is_open: number;
  };
  /** Settings whose values are in force from a day on, until the next row of the setting. */
  dated_settings: {
    unit_code: string;
    name: string;
    since: Day;
    /** JSON; its schema depends on the setting. */
    value: string;
  };
  counter_surveys: {
    counter_code: string;
    since: Day;
    survey_id: string;
    survey_version: number;
  };
  /** The successor named when a counter was closed. An open counter has no row. */
  counter_successors: {
    counter_code: string;
    successor_code: string;
    /** 1: closed for good (merged). */
    is_merged: number;
  };
  /** Ballots of days that are not settled; moved to `ballots` when a day is settled. */
  ballot_box: BallotColumns;
  /**
   * Ballots of settled days. Stored in the order of their random ids, which hides the order of arrival. Triggers
   * refuse changes.
   */
  ballots: BallotColumns;
  tallies: CellColumns & {
    /** Reason for being set aside; '' for ballots that count, because a key column cannot be null. */
    set_aside: string;
    /** Number of ballots, also in `counts`; a column so that SQL can sum it. */
    ballots: number;
    /** JSON of a `Tally`. */
    counts: string;
  };
  /**
   * Levels of the overall question by kind or field of respondent. Stored apart, so that they cannot be joined with a
   * ballot.
   */
  respondent_tallies: {
    unit_code: string;
    day: Day;
    counter_code: string;
    dimension: 'kind' | 'field';
    option_id: string;
    /** JSON of `LevelCounts`. */
    counts: string;
  };
  /** Where figures begin in data of an earlier version (`FigureStart` in `disclosure/gather.ts`); no row: everywhere. */
  figure_starts: {
    unit_code: string;
    begins_on: Day;
    first_release: Day;
  };
  spent_tokens: {
    hash: string;
    /** Last day on which a retry with this token is possible. */
    expires_on: Day;
  };
  comment_box: {
    /** Random, and independent of the ballot's id, so that the two cannot be linked. */
    id: string;
    unit_code: string;
    counter_code: string;
    day: Day;
    /** Normalised and masked. */
    text: string;
  };
  comments: {
    id: string;
    unit_code: string;
    counter_code: string;
    /** ISO week, `2024-W05`. */
    week: string;
    text: string;
    /** null: not yet published; `withheld`: its week closed with too few ballots, so it is never published. */
    state: CommentState | 'withheld' | null;
    /** `foldText` of the text, for search; null until the comment is published. */
    folded: string | null;
    /** User name of the person who marked the comment last, and the day. */
    marked_by: string | null;
    marked_on: Day | null;
  };
  /** Progress of publishing the comments of a counter and week. */
  comment_groups: {
    week: string;
    unit_code: string;
    counter_code: string;
    /** Number of the counter's ballots of the week on settled days, when its comments were last published. */
    taken: number;
    /** 1: some comments are not yet published. */
    is_waiting: number;
    /** Last settled day on which the unpublished comments were considered. */
    judged_on: Day | null;
  };
  /** Days whose ballots have been moved from `ballot_box` to `ballots`. */
  settled_days: { day: Day };
  closed_reports: {
    unit_code: string;
    period: string;
    revision: number;
    sha256: string;
    /** JSON; served unchanged for ever. */
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
    /** Last valid day; null: until revoked. */
    expires_on: Day | null;
    revoked_on: Day | null;
  };
  secrets: { name: string; value: string };
  /**
   * Counts of a unit's day, for rule thresholds and alerts. No counters, no answers, and of times only how many
   * ballots came at odd hours.
   */
  intake_counts: { unit_code: string; day: Day; measure: string; n: number };
  /** One-time slips that were printed together. */
  slip_batches: {
    /** 128 random bits, hexadecimal. */
    id: string;
    unit_code: string;
    /** null: handed out by a supervisor; the citizen names the counter. */
    counter_code: string | null;
    /** User name of the person who printed the batch. */
    issued_by: string;
    issued_on: Day;
    /** Last day on which a slip can be used. */
    expires_on: Day;
    slips: number;
  };
  slips: {
    /** SHA-256 of the slip's code, base64url. */
    hash: string;
    batch_id: string;
  };
  /** Used slips, without a day. The primary key makes each usable once. */
  spent_slips: { hash: string; batch_id: string };
  /** Disclosed number of used slips of a batch: in groups of five, in the week in which a group became complete. */
  slip_uses: {
    batch_id: string;
    /** ISO week, `2024-W05`. */
    week: string;
    used: number;
  };
  /** Public lines, by unit in order of writing. Append-only, by trigger. */
  public_events: {
    unit_code: string;
    /** Number of the line within its unit, from 1. */
    position: number;
    day: Day;
    kind: string;
    /** JSON; its fields depend on the kind of line. */
    params: string;
  };
  /** Numbers of transactions as entered by the office, with all revisions. Append-only, by trigger. */
  transaction_entries: {
    unit_code: string;
    from_day: Day;
    to_day: Day;
    /** '' for the whole unit. */
    counter_code: string;
    /** Number of the revision, from 1; the highest is valid. */
    revision: number;
    /** null: the number was withdrawn. */
    n: number | null;
    source: 'typed' | 'imported';
    entered_at: string;
    /** The person's user name when the row was written. */
    actor_name: string;
  };
  /** How files of transactions are read, by the fingerprint of their headings. */
  import_mappings: {
    unit_code: string;
    fingerprint: string;
    /** JSON of a `Mapping` in `transactions/mapping.ts`. */
    mapping: string;
  };
}

/** Database handle outside a transaction, for reading. */
export type Db = Kysely<Database>;
/** Database handle inside a transaction. Functions that write take it, so that they cannot be called outside one. */
export type Trx = Transaction<Database>;
