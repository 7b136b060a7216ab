import { formatSpan } from '../formatting/dates.ts';
import { transactionsVi } from '../messages/transactions.vi.ts';
import { fieldId } from './AccountForm.tsx';

const words = transactionsVi;

/** Days and whose they are; `counter` null: the whole unit. */
export interface SpanView {
  readonly from: string;
  readonly to: string;
  readonly counter: string | null;
}

/** Something that keeps typed numbers from being saved. */
export interface TransactionFault {
  /** The control that it belongs to. */
  readonly field: string;
  readonly code: string;
  /** What it is about; left out where the field says it. */
  readonly about?: SpanView;
  /** The kept number that stands in the way. */
  readonly other?: SpanView;
}

/** A counter as far as pages name it. */
export interface CounterName {
  readonly code: string;
  readonly name: string;
}

/** `Cả đơn vị`, or a counter's name; its code where it has none any more. */
export const counterLabel = (code: string | null, counters: readonly CounterName[]): string =>
  code === null ? words.wholeUnit : (counters.find((counter) => counter.code === code)?.name ?? code);

/** `29/01–04/02/2024, Cả đơn vị`. */
export const spanLabel = ({ from, to, counter }: SpanView, counters: readonly CounterName[]): string =>
  `${formatSpan(from, to, 'vi')}, ${counterLabel(counter, counters)}`;

/** The sentence of a fault. */
export function sayFault({ code, other }: TransactionFault, counters: readonly CounterName[]): string {
  const sentence = words.faults[code] ?? words.faults.unknown ?? '';
  return other === undefined ? sentence : words.with(sentence, spanLabel(other, counters));
}

interface FaultsProps {
  readonly faults: readonly TransactionFault[];
  readonly counters: readonly CounterName[];
}

/** All faults of the page's forms at once, each linked to its field. */
export function TransactionFaults({ faults, counters }: FaultsProps) {
  if (faults.length === 0) return null;
  return (
    <div id="faults" class="faults" role="alert" tabIndex={-1}>
      <h2>{words.faultHeading}</h2>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.field} ${fault.code}`}>
            <a href={`#${fieldId(fault.field)}`}>
              {fault.about
                ? words.at(spanLabel(fault.about, counters), sayFault(fault, counters))
                : sayFault(fault, counters)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The faults of one field beside it; nothing where it has none. */
export function FaultsBeside({ field, faults, counters }: FaultsProps & { readonly field: string }) {
  const own = faults.filter((fault) => fault.field === field);
  if (own.length === 0) return null;
  return (
    <p id={`${fieldId(field)}-fault`} class="fault">
      {own.map((fault) => sayFault(fault, counters)).join(' ')} <a href="#faults">{words.backToFaults}</a>
    </p>
  );
}

/** The attributes of a control that has faults; none where it has not. */
export const faultyAttributes = (field: string, faults: readonly TransactionFault[]) =>
  faults.some((fault) => fault.field === field)
    ? ({ 'aria-invalid': 'true', 'aria-describedby': `${fieldId(field)}-fault` } as const)
    : {};
