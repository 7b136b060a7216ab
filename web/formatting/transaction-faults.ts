import { transactionsVi as words } from '../messages/transactions.vi.ts';
import type { Fault } from '../types/fault.ts';
import type { CounterName, EntryKey } from '../types/transactions.ts';
import { formatSpan } from './dates.ts';
import { fieldId, type ShownFault, sayFault } from './faults.ts';

export type TransactionFault = Fault<{
  /** Days and counter of the typed number at fault; absent if the fault is in another field. */
  readonly about?: EntryKey;
  /** The stored number that conflicts with the typed one. */
  readonly other?: EntryKey;
}>;

export const counterLabel = (code: string | null, counters: readonly CounterName[]): string =>
  code === null ? words.wholeUnit : (counters.find((counter) => counter.code === code)?.name ?? code);

/** `29/01–04/02/2024, Cả đơn vị`. */
export const spanLabel = ({ from, to, counter }: EntryKey, counters: readonly CounterName[]): string =>
  `${formatSpan(from, to, 'vi')}, ${counterLabel(counter, counters)}`;

function sayTransactionFault(
  { code, field, params }: TransactionFault,
  counters: readonly CounterName[],
): string {
  const sentence = sayFault({ field, code }, words.faults);
  return params?.other === undefined ? sentence : words.with(sentence, spanLabel(params.other, counters));
}

export const showTransactionFaults = (
  faults: readonly TransactionFault[],
  counters: readonly CounterName[],
): ShownFault[] =>
  faults.map((fault) => ({
    id: fieldId(fault.field),
    place: fault.params?.about ? spanLabel(fault.params.about, counters) : null,
    sentence: sayTransactionFault(fault, counters),
  }));
