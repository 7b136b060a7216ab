import type { Generated, Kysely, Transaction } from 'kysely';
import type { Day } from '../lib/day.ts';
import type { SealTables } from './seal-tables.ts';
import type { StaffTables } from './staff-tables.ts';

export type Channel = 'poster' | 'link' | 'slip' | 'tablet' | 'paper' | 'assisted';

/** `outside`: about a matter that the office is not responsible for. */
export type CommentState = 'unread' | 'read' | 'handled' | 'outside';

/** Key columns of a tally, which every ballot has, too. */
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
  /** Rule that set the ballot aside; null: the ballot counts. */
  set_aside: string | null;
  /** 1: the citizen ticked that somebody suggested the answers; 0: not ticked; null: not asked. */
  suggested: number | null;
}

export interface Database extends StaffTables, SealTables {
  /** A single row, inserted when a server first starts on the database. */
  installation: {
    /** 128 random bits, hexadecimal. */
    id: string;
    /** Official start, ISO 8601 with milliseconds; null during the trial. */
    official_since: string | null;
    /** Day on which the trial was extended; null: not extended. */
    extended_on: Day | null;
    /** 1: the office declared that citizens reach the server only from its own network. */
    is_local_only: number;
    /** Days of the trial and number of its deleted ballots; null before its end, or if there was no trial. */
    trial_from: Day | null;
    trial_to: Day | null;
    trial_erased: number | null;
    /** 1: deleted rows may still be readable in the database files. */
    has_traces: number;
    /** Day on which a person last confirmed the machine's clock; null: never. */
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
    /** Channel of ballots without a slip. */
    channel: Channel;
    /** Field of administration (lĩnh vực) of the counter; null: citizens are asked. */
    field: string | null;
    is_open: number;
  };
  /** Settings with history: each value is in force from its day until the next row of the setting. */
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
  /** Where the work of a closed counter continues. An open counter has no row. */
  counter_successors: {
    counter_code: string;
    successor_code: string;
    /** 1: merged, so closed for good. */
    is_merged: number;
  };
  /** Ballots of unsettled days; moved to `ballots` when the day is settled. */
  ballot_box: BallotColumns;
  /**
   * Ballots of settled days, stored in the order of their random ids, which hides the order of arrival. Triggers
   * refuse changes.
   */
  ballots: BallotColumns;
  tallies: CellColumns & {
    /** Rule that set the ballots aside; '' if they count, because a key column cannot be null. */
    set_aside: string;
    /** Number of ballots, also in `counts`; a column of its own for sums in SQL. */
    ballots: number;
    /** JSON of a `Tally`. */
    counts: string;
  };
  /** Levels of the overall question by the respondent's kind or field. No column links a row to ballots. */
  respondent_tallies: {
    unit_code: string;
    day: Day;
    counter_code: string;
    dimension: 'kind' | 'field';
    option_id: string;
    counts: string;
  };
  /**
   * Which data of an earlier version count in figures (`FigureStart` in `disclosure/gather.ts`); no row: all data.
   */
  figure_starts: {
    unit_code: string;
    begins_on: Day;
    first_release: Day;
  };
  spent_tokens: {
    hash: string;
    /** Last day on which the form can be sent again. */
    expires_on: Day;
  };
  comment_box: {
    /** Random and independent of the ballot's id, so that the comment cannot be linked to the ballot. */
    id: string;
    unit_code: string;
    counter_code: string;
    day: Day;
    /** Normalised; personal data are masked. */
    text: string;
  };
  comments: {
    id: string;
    unit_code: string;
    counter_code: string;
    /** ISO week, `2024-W05`. */
    week: string;
    text: string;
    /** null: not yet published; `withheld`: never published, because its week had too few ballots. */
    state: CommentState | 'withheld' | null;
    /** Result of `foldText`, for search; null until the comment is published. */
    folded: string | null;
    /** User name of the last person who marked the comment, and the day. */
    marked_by: string | null;
    marked_on: Day | null;
  };
  /** Progress of publishing the comments of a counter and week. */
  comment_groups: {
    week: string;
    unit_code: string;
    counter_code: string;
    /** Ballots of the counter and week on settled days when comments were last published. */
    taken: number;
    /** 1: some comments are not yet published. */
    is_waiting: number;
    /** The last settled day when it was last decided whether to publish the comments; null: not yet decided. */
    judged_on: Day | null;
  };
  /** Days whose ballots have been moved from `ballot_box` to `ballots`. */
  settled_days: { day: Day };
  closed_reports: {
    unit_code: string;
    period: string;
    revision: number;
    sha256: string;
    /** JSON of the report. No byte of it is ever changed. */
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
    /** Last valid day; null: valid until revoked. */
    expires_on: Day | null;
    revoked_on: Day | null;
  };
  secrets: { name: string; value: string };
  /**
   * Daily statistics of a unit's ballots, for thresholds of rules and for alerts. They contain no counter and no
   * answers, and about times only how many ballots came at odd hours (`trust/odd-hours.ts`).
   */
  intake_counts: { unit_code: string; day: Day; measure: string; n: number };
  /** One-time slips that were printed together. */
  slip_batches: {
    /** 128 random bits, hexadecimal. */
    id: string;
    unit_code: string;
    /** null: a supervisor's batch; the citizen chooses the counter. */
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
  /** Used slips, without the day of use. The primary key makes each slip usable only once. */
  spent_slips: { hash: string; batch_id: string };
  /** Disclosed numbers of used slips: at least five at once, in the week in which they were disclosed. */
  slip_uses: {
    batch_id: string;
    /** ISO week, `2024-W05`. */
    week: string;
    used: number;
  };
  /** Public log, numbered per unit in order of writing. Append-only, by trigger. */
  public_events: {
    unit_code: string;
    /** Number of the entry within its unit, from 1. */
    position: number;
    day: Day;
    kind: string;
    params: string;
  };
  /** Numbers of transactions as the office entered them, with all revisions. Append-only, by trigger. */
  transaction_entries: {
    unit_code: string;
    from_day: Day;
    to_day: Day;
    /** '' for the whole unit. */
    counter_code: string;
    /** From 1; the highest revision is valid. */
    revision: number;
    /** null: the number was withdrawn. */
    n: number | null;
    source: 'typed' | 'imported';
    entered_at: string;
    /** User name when the row was written. */
    actor_name: string;
  };
  /** Confirmed column mappings of imported files, by the fingerprint of their headings. */
  import_mappings: {
    unit_code: string;
    fingerprint: string;
    /** JSON of a `Mapping` in `transactions/mapping.ts`. */
    mapping: string;
  };
}

/** For reading outside transactions. */
export type Db = Kysely<Database>;
/** Functions that write require a `Trx`, so that they cannot be called outside a transaction. */
export type Trx = Transaction<Database>;
