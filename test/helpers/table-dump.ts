import type { Database, Db } from '../../server/storage/schema.ts';

/** Names of all tables; the type check fails if one is missing. */
const TABLES = Object.keys({
  units: 0,
  counters: 0,
  dated_settings: 0,
  counter_surveys: 0,
  counter_successors: 0,
  ballot_box: 0,
  ballots: 0,
  tallies: 0,
  respondent_tallies: 0,
  figure_starts: 0,
  spent_tokens: 0,
  comment_box: 0,
  comments: 0,
  comment_groups: 0,
  settled_days: 0,
  closed_reports: 0,
  api_keys: 0,
  users: 0,
  sessions: 0,
  installation: 0,
  one_time_links: 0,
  access_log: 0,
  notices: 0,
  second_factors: 0,
  recovery_codes: 0,
  second_factor_roles: 0,
  acts: 0,
  secrets: 0,
  public_events: 0,
  intake_counts: 0,
  transaction_entries: 0,
  day_seals: 0,
  voided_seals: 0,
  seal_voidings: 0,
  slip_batches: 0,
  slips: 0,
  spent_slips: 0,
  slip_uses: 0,
  import_mappings: 0,
} satisfies Record<keyof Database, 0>) as (keyof Database)[];

/** All rows by table, to check that nothing was written. */
export async function dumpTables(db: Db): Promise<Record<string, string[]>> {
  const dump: Record<string, string[]> = {};
  for (const table of TABLES) {
    const rows = await db.selectFrom(table).selectAll().execute();
    dump[table] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return dump;
}
