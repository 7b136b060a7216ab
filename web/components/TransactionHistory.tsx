import { formatSpan } from '../formatting/dates.ts';
import { formatMoment } from '../formatting/moments.ts';
import { formatCount } from '../formatting/numbers.ts';
import { counterLabel } from '../formatting/transaction-faults.ts';
import { transactionsVi as words } from '../messages/transactions.vi.ts';
import type { CounterName } from '../types/transactions.ts';
import { FigureTable } from './FigureTable.tsx';
import { StackTable } from './StackTable.tsx';

/** Sums of a week, by counter code and of the unit; null: unknown. */
export interface WeekLineView {
  readonly from: string;
  readonly to: string;
  readonly href: string;
  readonly counters: Readonly<Record<string, number | null>>;
  readonly unit: number | null;
  readonly missingDays: number;
  /** Whether a stored number goes beyond the week, so that the week's sum is unknown. */
  readonly isStraddled: boolean;
}

interface WeeksProps {
  readonly weeks: readonly WeekLineView[];
  readonly counters: readonly CounterName[];
  readonly isWholeUnit: boolean;
}

/** A person who is responsible for single counters does not see the sums of others or of the unit. */
export function TransactionWeeks({ weeks, counters, isWholeUnit }: WeeksProps) {
  if (weeks.length === 0) return <p>{words.weeks.none}</p>;
  const why = ({ missingDays, isStraddled }: WeekLineView): string => {
    if (missingDays > 0) return words.weeks.missing(missingDays);
    return isStraddled ? words.weeks.straddling : words.weeks.unknown;
  };
  const number = (n: number | null | undefined, otherwise: string) =>
    n === null || n === undefined ? <span class="soft">{otherwise}</span> : formatCount(n, 'vi');
  return (
    <FigureTable
      columns={[words.weeks.week, ...(isWholeUnit ? [words.weeks.total] : counters.map(({ name }) => name))]}
    >
      {weeks.map((line) => (
        <tr key={line.from}>
          <th scope="row" class="day">
            <a href={line.href}>{formatSpan(line.from, line.to, 'vi')}</a>
          </th>
          {isWholeUnit ? (
            <td class="number">{number(line.unit, why(line))}</td>
          ) : (
            counters.map(({ code }) => (
              <td key={code} class="number">
                {number(line.counters[code], '–')}
              </td>
            ))
          )}
        </tr>
      ))}
    </FigureTable>
  );
}

/** Times are ISO 8601 in Vietnam's offset. */
export interface CorrectionView {
  readonly from: string;
  readonly to: string;
  /** Null: the whole unit. */
  readonly counter: string | null;
  /** Null: the number had been withdrawn. */
  readonly before: number | null;
  /** Null: the number was withdrawn. */
  readonly after: number | null;
  readonly actorName: string;
  readonly enteredAt: string;
}

/** Newest first. */
export function TransactionCorrections({
  corrections,
  counters,
}: {
  readonly corrections: readonly CorrectionView[];
  readonly counters: readonly CounterName[];
}) {
  if (corrections.length === 0) return <p>{words.corrections.none}</p>;
  const { columns, nothing } = words.corrections;
  const number = (n: number | null) => (n === null ? nothing : formatCount(n, 'vi'));
  return (
    <StackTable
      class="figures"
      caption={words.corrections.heading}
      columns={[columns.span, columns.counter, columns.change, columns.who, columns.at]}
    >
      {corrections.map((line, index) => (
        <tr key={`${corrections.length - index}`}>
          <th scope="row">{formatSpan(line.from, line.to, 'vi')}</th>
          <td data-label={columns.counter}>{counterLabel(line.counter, counters)}</td>
          <td data-label={columns.change}>
            {words.corrections.change(number(line.before), number(line.after))}
          </td>
          <td data-label={columns.who}>{line.actorName}</td>
          <td data-label={columns.at}>{formatMoment(line.enteredAt, 'vi')}</td>
        </tr>
      ))}
    </StackTable>
  );
}
