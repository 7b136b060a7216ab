import type { Day } from '../lib/day.ts';
import { createSeededRandom } from '../lib/seeded-random.ts';
import { printBatch } from '../slip/print-batch.ts';
import type { SlipKey } from '../slip/slip.store.ts';
import { hashSlipCode } from '../slip/slip-code.ts';
import type { Db } from '../storage/schema.ts';
import type { Counter } from '../unit/counter.ts';
import { MADE_UP_STAFF, MADE_UP_SUPERVISOR } from './made-up-people.ts';

/** A batch that the made-up office prints. */
interface MadeUpBatch {
  readonly on: Day;
  /** Place of its counter among the unit's; null: the supervisor's, for any counter. */
  readonly counter: number | null;
  readonly sheets: string;
  readonly days: string;
  /** Chance that a citizen to whom it could be handed out answers by it, 0–1. */
  readonly share: number;
}

/** One has expired with some left over; two of the office and one of the supervisor still run. */
const BATCHES: readonly MadeUpBatch[] = [
  { on: '2024-10-15', counter: 0, sheets: '8', days: '30', share: 0.4 },
  { on: '2024-10-15', counter: 1, sheets: '5', days: '90', share: 0.5 },
  { on: '2024-11-15', counter: 0, sheets: '8', days: '90', share: 0.5 },
  { on: '2024-11-15', counter: null, sheets: '5', days: '90', share: 0.2 },
];

/** Slips of a batch that were not handed out yet. */
interface Stack {
  /** null: for any counter with a poster. */
  readonly counterCode: string | null;
  readonly share: number;
  readonly expiresOn: Day;
  readonly slips: SlipKey[];
}

/** The slips of the made-up office. */
export interface MadeUpSlips {
  /** Prints what is to be printed on a day. */
  print(day: Day): Promise<void>;
  /** The slip by which a ballot of the day comes; null: it comes without one. */
  handOut(counter: Counter, day: Day): SlipKey | null;
}

/** Makes up slips from a source of their own: the answers of ballots stay the same ones. */
export function makeUpSlips(db: Db, clock: { now(): Date }, counters: readonly Counter[]): MadeUpSlips {
  const random = createSeededRandom('hai-long demo slips');
  const stacks: Stack[] = [];
  return {
    async print(day) {
      for (const batch of BATCHES.filter(({ on }) => on === day)) {
        const user = batch.counter === null ? MADE_UP_SUPERVISOR : MADE_UP_STAFF;
        const counter = batch.counter === null ? null : (counters[batch.counter]?.code ?? null);
        const typed = { counter: counter ?? '', sheets: batch.sheets, days: batch.days };
        const id = Buffer.from(random.bytes(16)).toString('hex');
        const printed = await printBatch({ db, clock, random }, user, id, typed);
        if (!('batch' in printed)) throw new Error('the made-up slips were refused');
        stacks.push({
          counterCode: counter,
          share: batch.share,
          expiresOn: printed.batch.expires_on,
          slips: printed.codes.map((code) => ({ hash: hashSlipCode(code), batch_id: id })),
        });
      }
    },
    handOut({ code, channel }, day) {
      if (channel === 'link') return null;
      const fits = ({ counterCode, expiresOn, slips }: Stack) =>
        (counterCode === null || counterCode === code) && day <= expiresOn && slips.length > 0;
      const stack = stacks.find(fits);
      return stack !== undefined && random.next() < stack.share ? (stack.slips.pop() ?? null) : null;
    },
  };
}
