import { formatDayOfYear } from '../formatting/dates.ts';
import { formatCount } from '../formatting/numbers.ts';
import { transactionFileVi } from '../messages/transaction-file.vi.ts';
import { ScrollFrame } from './ScrollFrame.tsx';

const words = transactionFileVi.result;

export interface CalendarDay {
  readonly day: string;
  readonly n: number;
  /** Whether the import replaces a stored number. */
  readonly isReplaced: boolean;
  /** Whether a row of this day could not be read, so that the number is too low. */
  readonly isShort: boolean;
}

interface CalendarProps {
  readonly caption: string;
  readonly days: readonly CalendarDay[];
}

const DAY_MS = 86_400_000;
const mondayOf = (day: string): string => {
  const date = new Date(`${day}T00:00:00Z`);
  return new Date(date.getTime() - ((date.getUTCDay() + 6) % 7) * DAY_MS).toISOString().slice(0, 10);
};
const dayAfter = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);

/** A row per week. The columns Saturday and Sunday exist only if one of these days has a number. */
export function DayCalendar({ caption, days }: CalendarProps) {
  const byDay = new Map(days.map((each) => [each.day, each]));
  const weeks = [...new Set(days.map(({ day }) => mondayOf(day)))].sort();
  const width = [7, 6].find((n) => weeks.some((week) => byDay.has(dayAfter(week, n - 1)))) ?? 5;
  const columns = Array.from({ length: width }, (_, index) => index);
  const sum = (list: readonly CalendarDay[]) => list.reduce((total, { n }) => total + n, 0);
  return (
    <ScrollFrame label={caption}>
      <table class="calendar">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.week}</th>
            {columns.map((index) => (
              <th key={index} scope="col">
                {words.weekdays[index]}
              </th>
            ))}
            <th scope="col">{words.total}</th>
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => {
            const ofWeek = columns.map((index) => byDay.get(dayAfter(week, index)));
            return (
              <tr key={week}>
                <th scope="row">{formatDayOfYear(week, 'vi')}</th>
                {ofWeek.map((each, index) => (
                  <td key={words.weekdays[index]}>
                    {each === undefined ? <span class="soft">–</span> : <Count {...each} />}
                  </td>
                ))}
                <td>
                  <b>{formatCount(sum(ofWeek.filter((each) => each !== undefined)), 'vi')}</b>
                </td>
              </tr>
            );
          })}
          <tr>
            <th scope="row">{words.all}</th>
            <td colSpan={width} />
            <td>
              <b>{formatCount(sum(days), 'vi')}</b>
            </td>
          </tr>
        </tbody>
      </table>
    </ScrollFrame>
  );
}

function Count({ n, isReplaced, isShort }: CalendarDay) {
  const text = `${formatCount(n, 'vi')}${isReplaced ? '*' : ''}${isShort ? '†' : ''}`;
  return isReplaced || isShort ? <b>{text}</b> : <span>{text}</span>;
}
