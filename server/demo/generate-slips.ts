import type { Day } from '../lib/day.ts';
import { createSeededRandom } from '../lib/seeded-random.ts';
import type { SlipKey } from '../slip/slip.store.ts';
import { printBatch } from '../slip/slip-batches.ts';
import { hashSlipCode } from '../slip/slip-code.ts';
import type { Db } from '../storage/schema.ts';
import type { Counter } from '../unit/counter.ts';
import { DEMO_STAFF, DEMO_SUPERVISOR } from './seed-demo-office.ts';

interface DemoBatch {
  readonly on: Day;
  /** Index of the batch's counter in the unit; null: a supervisor hands out the slips, for any counter. */
  readonly counter: number | null;
  readonly sheets: string;
  readonly days: string;
  /** Probability, 0–1, that a citizen answers with a slip of this batch if one is left. */
  readonly share: number;
}

const BATCHES: readonly DemoBatch[] = [
  { on: '2024-10-15', counter: 0, sheets: '8', days: '30', share: 0.4 },
  { on: '2024-10-15', counter: 1, sheets: '5', days: '90', share: 0.5 },
  { on: '2024-11-15', counter: 0, sheets: '8', days: '90', share: 0.5 },
  { on: '2024-11-15', counter: null, sheets: '5', days: '90', share: 0.2 },
];

interface Stack {
  /** Null: for any counter with a poster. */
  readonly counterCode: string | null;
  readonly share: number;
  readonly expiresOn: Day;
  readonly slips: SlipKey[];
}

/** Uses its own random seed, so that slips do not change the answers of ballots. */
export function generateSlips(db: Db, clock: { now(): Date }, counters: readonly Counter[]) {
  const random = createSeededRandom('hai-long demo slips');
  const stacks: Stack[] = [];
  return {
    async print(day: Day): Promise<void> {
      for (const batch of BATCHES.filter(({ on }) => on === day)) {
        const user = batch.counter === null ? DEMO_SUPERVISOR : DEMO_STAFF;
        const counter = batch.counter === null ? null : (counters[batch.counter]?.code ?? null);
        const typed = { counter: counter ?? '', sheets: batch.sheets, days: batch.days };
        const id = Buffer.from(random.bytes(16)).toString('hex');
        const printed = await printBatch({ db, clock, random }, user, id, typed);
        if (!('batch' in printed)) throw new Error('demo slips were rejected');
        stacks.push({
          counterCode: counter,
          share: batch.share,
          expiresOn: printed.batch.expires_on,
          slips: printed.codes.map((code) => ({ hash: hashSlipCode(code), batch_id: id })),
        });
      }
    },
    /** Null: the ballot comes without a slip. */
    handOut({ code, channel }: Counter, day: Day): SlipKey | null {
      if (channel === 'link') return null;
      const fits = ({ counterCode, expiresOn, slips }: Stack) =>
        (counterCode === null || counterCode === code) && day <= expiresOn && slips.length > 0;
      const stack = stacks.find(fits);
      return stack !== undefined && random.next() < stack.share ? (stack.slips.pop() ?? null) : null;
    },
  };
}
