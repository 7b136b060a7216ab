import { AppError } from '../lib/errors.ts';
import { lockTable } from '../storage/dialect.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import { listCounters, listSuccessors } from './counter.store.ts';
import { type Counter, parseCounterCode } from './counter.ts';
import type { CounterSuccessor } from './counter-successor.ts';
import { getMainUnit } from './main-unit.ts';
import type { Unit } from './unit.ts';

export interface CounterAmongOthers {
  readonly unit: Unit;
  readonly counter: Counter;
  /** All counters of the unit, this one included, in the order of pages. */
  readonly counters: readonly Counter[];
  readonly successors: readonly CounterSuccessor[];
  readonly isMerged: boolean;
}

/** Finds a counter of the unit by its code. @throws AppError `not-found` `counter-unknown`. */
export async function getCounter(db: Db | Trx, typedCode: string): Promise<CounterAmongOthers> {
  const unit = await getMainUnit(db);
  const counters = await listCounters(db, unit.code);
  const code = parseCounterCode(typedCode);
  const counter = counters.find((candidate) => candidate.code === code);
  if (!counter) throw new AppError('not-found', 'counter-unknown');
  const successors = await listSuccessors(db, unit.code);
  const isMerged = successors.some((row) => row.counter_code === code && row.is_merged);
  return { unit, counter, counters, successors, isMerged };
}

/** Runs a change of one counter in a transaction that locks the counters. */
export const withCounter = <Result>(
  db: Db,
  typedCode: string,
  change: (trx: Trx, among: CounterAmongOthers) => Promise<Result>,
): Promise<Result> =>
  inTransaction(db, async (trx) => {
    await lockTable(trx, 'counters');
    return change(trx, await getCounter(trx, typedCode));
  });
