import { formatDay } from '../formatting/dates.ts';
import { fieldId, type ShownFault } from '../formatting/faults.ts';
import { counterLabel } from '../formatting/transaction-faults.ts';
import { transactionsVi as words } from '../messages/transactions.vi.ts';
import type { CounterName } from '../types/transactions.ts';
import { FieldFaults } from './Faults.tsx';
import { Choice } from './Form.tsx';

/** A working day (`YYYY-MM-DD`) with the codes of the counters that have no number of transactions. */
export interface MissingDayView {
  readonly day: string;
  readonly counters: readonly string[];
}

interface MissingDaysProps {
  readonly missing: readonly MissingDayView[];
  readonly counters: readonly CounterName[];
  readonly isWholeUnit: boolean;
  readonly mayEnter: boolean;
  readonly faults: readonly ShownFault[];
}

const MOST_NAMED = 2;

const weekdayOf = (day: string): string =>
  words.weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] ?? '';

export function MissingDays({ missing, counters, isWholeUnit, mayEnter, faults }: MissingDaysProps) {
  if (missing.length === 0) return <p>{words.missing.none}</p>;
  const open = counters.length;
  const label = ({ day, counters: lacking }: MissingDayView) => {
    const whose =
      lacking.length >= open
        ? words.missing.allCounters
        : lacking.length > MOST_NAMED
          ? words.missing.several(lacking.length)
          : lacking.map((code) => counterLabel(code, counters)).join('; ');
    return words.at(`${weekdayOf(day)} ${formatDay(day, 'vi')}`, whose);
  };
  if (!mayEnter) {
    return (
      <>
        <p>{words.missing.intro}</p>
        <ul>
          {missing.map((line) => (
            <li key={line.day}>{label(line)}</li>
          ))}
        </ul>
      </>
    );
  }
  return (
    <form class="form" method="post" action="/can-bo/giao-dich/khong">
      <p>{words.missing.intro}</p>
      <fieldset>
        <legend>{words.missing.zeros}</legend>
        {isWholeUnit ? null : <p class="soft">{words.missing.zerosOfOwn}</p>}
        <FieldFaults id={fieldId('ngay')} faults={faults} />
        {missing.map((line, index) => (
          <Choice
            key={line.day}
            type="checkbox"
            name="ngay"
            value={line.day}
            isChecked={false}
            {...(index === 0 ? { id: fieldId('ngay') } : {})}
          >
            {label(line)}
          </Choice>
        ))}
      </fieldset>
      <button type="submit">{words.missing.button}</button>
    </form>
  );
}
