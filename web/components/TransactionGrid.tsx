import { formatDay, formatDayOfYear, formatSpan } from '../formatting/dates.ts';
import { fieldId, type ShownFault } from '../formatting/faults.ts';
import { formatCount } from '../formatting/numbers.ts';
import { counterLabel } from '../formatting/transaction-faults.ts';
import { transactionsVi as words } from '../messages/transactions.vi.ts';
import type { CounterName } from '../types/transactions.ts';
import { FieldFaults } from './Faults.tsx';
import { controlProps } from './Form.tsx';

type CellTotal = { readonly from: string; readonly to: string; readonly n: number } | null;

/** A day (`YYYY-MM-DD`) with one cell per counter, or with a single cell (`counter` null) for the whole unit. */
export interface GridDayView {
  readonly day: string;
  readonly state: 'open' | 'future' | 'before-opening';
  readonly cells: readonly {
    readonly counter: string | null;
    readonly n: number | null;
    /** A stored number for several days or the whole unit that includes this cell. */
    readonly total: CellTotal;
  }[];
}

interface GridProps {
  readonly grid: readonly GridDayView[];
  readonly counters: readonly CounterName[];
  readonly mayEnter: boolean;
  /** Rejected input by field name; null: the page shows the stored numbers. */
  readonly typed: Readonly<Record<string, string>> | null;
  readonly faults: readonly ShownFault[];
}

export const cellField = (day: string, counter: string | null): string => `n.${day}.${counter ?? 'all'}`;

/** The stored number that covers every cell of the week; null if some cell has, or may get, a number of its own. */
export function findCommonTotal(grid: readonly GridDayView[]): NonNullable<CellTotal> | null {
  const cells = grid.filter(({ state }) => state === 'open').flatMap((day) => day.cells);
  const first = cells[0]?.total ?? null;
  if (first === null) return null;
  const isCommon = cells.every(
    ({ n, total }) =>
      n === null && total?.from === first.from && total.to === first.to && total.n === first.n,
  );
  return isCommon ? first : null;
}

const weekdayName = (index: number, day: string): string =>
  `${words.weekdays[index] ?? ''} ${formatDayOfYear(day, 'vi')}`;

/** Why a cell takes no input: a stored number already includes it. */
function sayOther(counter: string | null, { from, to, n }: NonNullable<CellTotal>): string {
  if (from !== to) return words.week.inTotal(formatSpan(from, to, 'vi'), n);
  return counter === null ? words.week.byCounters : words.week.inUnit(n);
}

export function TransactionGrid({ grid, counters, mayEnter, typed, faults }: GridProps) {
  const columns = grid[0]?.cells.map(({ counter }) => counter) ?? [];
  return (
    <table class={`stack figures transaction-grid${columns[0] === null ? ' one-number' : ''}`}>
      <thead>
        <tr>
          <th scope="col">{words.week.day}</th>
          {columns.map((counter) => (
            <th key={counter ?? 'all'} scope="col">
              {counterLabel(counter, counters)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {grid.map(({ day, state, cells }, index) => (
          <tr key={day}>
            <th scope="row" class="day">
              {weekdayName(index, day)}
              {state === 'open' ? null : (
                <span class="soft"> {state === 'future' ? words.week.future : words.week.beforeOpening}</span>
              )}
            </th>
            {cells.map((cell) => {
              const field = cellField(day, cell.counter);
              const name = counterLabel(cell.counter, counters);
              const known = cell.n === null ? '' : formatCount(cell.n, 'vi');
              if (state !== 'open') return <td key={field} class="not-open" />;
              return (
                <td key={field} data-label={cell.counter === null ? undefined : name}>
                  {cell.total !== null && cell.n === null ? (
                    <span class="soft">{sayOther(cell.counter, cell.total)}</span>
                  ) : mayEnter ? (
                    <>
                      <input
                        type="text"
                        inputMode="numeric"
                        autocomplete="off"
                        size={6}
                        maxLength={20}
                        {...controlProps({ id: fieldId(field), faults })}
                        name={field}
                        value={typed?.[field] ?? known}
                        aria-label={words.week.cell(name, formatDay(day, 'vi'))}
                      />
                      <FieldFaults id={fieldId(field)} faults={faults} />
                    </>
                  ) : known === '' ? (
                    <span class="soft">{words.week.blank}</span>
                  ) : (
                    known
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
      {columns.length === 0 || grid.some(({ cells }) => cells.some(({ total }) => total !== null)) ? null : (
        <tfoot>
          <tr>
            <th scope="row">{words.week.sum}</th>
            {columns.map((counter, index) => (
              <td
                key={counter ?? 'all'}
                data-label={counter === null ? undefined : counterLabel(counter, counters)}
              >
                <b>
                  {formatCount(
                    grid.reduce((sum, { cells }) => sum + (cells[index]?.n ?? 0), 0),
                    'vi',
                  )}
                </b>
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}
