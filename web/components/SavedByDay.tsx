import { formatDay, formatSpan } from '../formatting/dates.ts';
import { formatCount } from '../formatting/numbers.ts';
import { counterLabel } from '../formatting/transaction-faults.ts';
import { transactionFileVi } from '../messages/transaction-file.vi.ts';
import type { BadRow, PreparedImport, ReadImport } from '../types/transaction-import.ts';
import type { CounterName } from '../types/transactions.ts';
import { type CalendarDay, DayCalendar } from './DayCalendar.tsx';

interface SavedByDayProps {
  readonly read: ReadImport;
  readonly prepared: PreparedImport;
  readonly counters: readonly CounterName[];
}

const { result: words } = transactionFileVi;
const SPANS_SHOWN = 20;

/** One calendar per counter: numbers that the import will save, numbers that these replace, days without rows. */
export function SavedByDay({ prepared, counters, read }: SavedByDayProps) {
  const short = new Set((read.numbers?.bad ?? []).map(({ day }) => day));
  const isDay = ({ from, to }: { readonly from: string; readonly to: string }) => from === to;
  const whose = [...new Set(prepared.entries.map(({ counter }) => counter))];
  const replaced = prepared.entries.filter(({ before, n }) => before !== null && before !== n);
  const spans = prepared.entries.filter((entry) => !isDay(entry));
  const listed = replaced
    .slice(0, SPANS_SHOWN)
    .map(({ from, to, before, n }) =>
      words.replaced(formatSpan(from, to, 'vi'), formatCount(before ?? 0, 'vi'), formatCount(n, 'vi')),
    );
  return (
    <>
      {whose.map((counter) => {
        const days = prepared.entries
          .filter((entry) => entry.counter === counter && isDay(entry))
          .map(
            ({ from, n, before }): CalendarDay => ({
              day: from,
              n,
              isReplaced: before !== null && before !== n,
              isShort: short.has(from),
            }),
          );
        return days.length === 0 ? null : (
          <DayCalendar key={counter ?? 'all'} caption={counterLabel(counter, counters)} days={days} />
        );
      })}
      {spans.length === 0 ? null : (
        <table class="figures">
          <caption>{words.spans}</caption>
          <tbody>
            {spans.map(({ from, to, counter, n }) => (
              <tr key={`${from} ${to} ${counter}`}>
                <th scope="row">{formatSpan(from, to, 'vi')}</th>
                <td>{counterLabel(counter, counters)}</td>
                <td>{formatCount(n, 'vi')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {replaced.length === 0 ? null : <p class="soft">{words.replacing(listed.join('; '))}</p>}
      <ShortNote bad={read.numbers?.bad ?? []} />
    </>
  );
}

function ShortNote({ bad }: { readonly bad: readonly BadRow[] }) {
  const days = [...new Set(bad.map(({ day }) => day))].filter((day) => day !== null).sort();
  const isUnknown = bad.some(({ day }) => day === null);
  if (bad.length === 0) return null;
  const list = [
    ...days.slice(0, SPANS_SHOWN).map((day) => formatDay(day, 'vi')),
    ...(isUnknown ? [words.unknownDay] : []),
  ];
  return <p class="soft">{words.short(list.join(', '))}</p>;
}
