import { emptyTables } from '../storage/dialect.ts';
import type { Database, Db, Trx } from '../storage/schema.ts';

/** Whether the official start erases a table. The type requires an entry for every table. */
const FATES: Readonly<Record<keyof Database, 'erased' | 'kept'>> = {
  installation: 'kept',
  units: 'kept',
  counters: 'kept',
  dated_settings: 'kept',
  counter_surveys: 'kept',
  counter_successors: 'kept',
  ballot_box: 'erased',
  ballots: 'erased',
  tallies: 'erased',
  respondent_tallies: 'erased',
  figure_starts: 'erased',
  spent_tokens: 'erased',
  comment_box: 'erased',
  comments: 'erased',
  comment_groups: 'erased',
  settled_days: 'erased',
  day_seals: 'erased',
  voided_seals: 'erased',
  seal_voidings: 'erased',
  closed_reports: 'erased',
  api_keys: 'kept',
  users: 'kept',
  sessions: 'kept',
  one_time_links: 'kept',
  access_log: 'kept',
  notices: 'kept',
  second_factors: 'kept',
  recovery_codes: 'kept',
  second_factor_roles: 'kept',
  acts: 'kept',
  secrets: 'kept',
  intake_counts: 'erased',
  slip_batches: 'erased',
  slips: 'erased',
  spent_slips: 'erased',
  slip_uses: 'erased',
  public_events: 'kept',
  transaction_entries: 'erased',
  import_mappings: 'kept',
};

const ERASED = (Object.keys(FATES) as (keyof Database)[]).filter((table) => FATES[table] === 'erased');

export const eraseTrial = (trx: Trx): Promise<void> => emptyTables(trx, ERASED);

export async function countTrial(db: Db | Trx) {
  const count = async (table: keyof Database): Promise<number> => {
    const row = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll().as('n'))
      .executeTakeFirstOrThrow();
    return Number(row.n);
  };
  return {
    ballots: (await count('ballot_box')) + (await count('ballots')),
    comments: (await count('comment_box')) + (await count('comments')),
    slips: await count('slips'),
    seals: await count('day_seals'),
    transactions: await count('transaction_entries'),
  };
}

/** The unit has periods and reports from this day on. */
export async function updateOpeningDay(trx: Trx, day: string): Promise<void> {
  await trx.updateTable('units').set({ opened_on: day }).execute();
}

export async function findLeaderWhoSignedIn(db: Db | Trx): Promise<string | null> {
  const row = await db
    .selectFrom('users')
    .select('full_name')
    .where('roles', 'like', '%leader%')
    .where((eb) =>
      eb.or([
        eb.exists(eb.selectFrom('sessions').select('id').whereRef('sessions.user_id', '=', 'users.id')),
        eb.exists(eb.selectFrom('acts').select('id').whereRef('acts.actor_id', '=', 'users.id')),
      ]),
    )
    .orderBy('name')
    .executeTakeFirst();
  return row?.full_name ?? null;
}
