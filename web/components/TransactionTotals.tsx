import { formatSpan } from '../formatting/dates.ts';
import { fieldId, type ShownFault } from '../formatting/faults.ts';
import { formatMoment } from '../formatting/moments.ts';
import { formatCount } from '../formatting/numbers.ts';
import { formatPeriodWithDays } from '../formatting/periods.ts';
import { counterLabel } from '../formatting/transaction-faults.ts';
import { staffVi as staffWords } from '../messages/staff.vi.ts';
import { transactionsVi as words } from '../messages/transactions.vi.ts';
import type { PeriodName } from '../types/report-view.ts';
import type { CounterName } from '../types/transactions.ts';
import { ActForm, controlProps, Field, SelectField } from './Form.tsx';
import { StackTable } from './StackTable.tsx';

export interface TotalChoiceView {
  readonly period: string;
  readonly counter: string;
  readonly n: string;
}

interface TotalFormProps {
  /** Weeks and months for which the form offers to enter a number. */
  readonly periods: readonly PeriodName[];
  readonly counters: readonly CounterName[];
  readonly isWholeUnit: boolean;
  readonly typed: TotalChoiceView;
  readonly faults: readonly ShownFault[];
}

/** Enters one number for a whole week or month. */
export function TransactionTotalForm({ periods, counters, isWholeUnit, typed, faults }: TotalFormProps) {
  if (periods.length === 0) return <p>{words.total.none}</p>;
  const kinds = [...new Set(periods.map(({ kind }) => kind))];
  const period = { id: fieldId('ky'), label: words.total.period, faults };
  const number = { id: fieldId('n'), label: words.total.n, faults };
  return (
    <form class="form" method="post" action="/can-bo/giao-dich/tong">
      <Field {...period}>
        <select {...controlProps(period)} name="ky">
          {kinds.map((kind) => (
            <optgroup key={kind} label={staffWords.period.kinds[kind] ?? kind}>
              {periods
                .filter((period) => period.kind === kind)
                .map((period) => (
                  <option key={period.id} value={period.id} selected={period.id === typed.period}>
                    {formatPeriodWithDays(period, staffWords)}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </Field>
      <SelectField
        name="quay"
        label={words.total.counter}
        options={[
          ...(isWholeUnit ? [{ value: 'all', text: words.wholeUnit }] : []),
          ...counters.map(({ code, name }) => ({ value: code, text: name })),
        ]}
        value={typed.counter}
        faults={faults}
      />
      <Field {...number}>
        <input
          type="text"
          inputMode="numeric"
          autocomplete="off"
          maxLength={20}
          {...controlProps(number)}
          name="n"
          value={typed.n}
        />
      </Field>
      <button type="submit">{words.total.button}</button>
    </form>
  );
}

export interface TotalView {
  readonly from: string;
  readonly to: string;
  readonly counter: string | null;
  readonly n: number;
  readonly actorName: string;
  readonly enteredAt: string;
  readonly withdrawHref: string;
}

interface TotalListProps {
  readonly totals: readonly TotalView[];
  readonly counters: readonly CounterName[];
  readonly mayEnter: boolean;
}

export function TransactionTotalList({ totals, counters, mayEnter }: TotalListProps) {
  if (totals.length === 0) return null;
  const { columns } = words.total;
  return (
    <>
      <h3>{words.total.listHeading}</h3>
      <StackTable
        class="figures"
        caption={words.total.listHeading}
        columns={[
          columns.span,
          columns.counter,
          columns.n,
          columns.entered,
          ...(mayEnter ? [columns.act] : []),
        ]}
      >
        {totals.map((total, index) => (
          <tr key={total.withdrawHref}>
            <th scope="row" id={`total-${index}`}>
              {formatSpan(total.from, total.to, 'vi')}
            </th>
            <td data-label={columns.counter}>{counterLabel(total.counter, counters)}</td>
            <td data-label={columns.n}>{formatCount(total.n, 'vi')}</td>
            <td data-label={columns.entered}>
              {total.actorName}, {formatMoment(total.enteredAt, 'vi')}
            </td>
            {mayEnter ? (
              <td>
                <ActForm
                  action={total.withdrawHref}
                  button={words.total.withdraw}
                  describedBy={`total-${index}`}
                  isDangerous
                />
              </td>
            ) : null}
          </tr>
        ))}
      </StackTable>
    </>
  );
}
