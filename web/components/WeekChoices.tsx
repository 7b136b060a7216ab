import { formatSpan } from '../formatting/dates.ts';
import { weeksVi } from '../messages/weeks.vi.ts';

/** `from` and `to` are `YYYY-MM-DD`. */
export interface WeekChoice {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly href: string;
  readonly isSelected: boolean;
  readonly isRunning: boolean;
}

interface WeekChoicesProps {
  /** Newest first. */
  readonly weeks: readonly WeekChoice[];
}

/** Links to every week by the month in which it begins; collapsed, works without script. */
export function WeekChoices({ weeks }: WeekChoicesProps) {
  const months = [...new Set(weeks.map(({ from }) => from.slice(0, 7)))];
  if (weeks.length === 0) return null;
  return (
    <details class="screen-only">
      <summary>{weeksVi.choose.heading}</summary>
      <nav aria-label={weeksVi.choose.label}>
        {months.map((month) => (
          <div key={month}>
            <p class="soft">{weeksVi.choose.month(String(Number(month.slice(5))), month.slice(0, 4))}</p>
            <ul class="choices">
              {weeks
                .filter(({ from }) => from.startsWith(month))
                .map((week) => (
                  <li key={week.id}>
                    <a href={week.href} {...(week.isSelected ? { 'aria-current': 'page' as const } : {})}>
                      {formatSpan(week.from, week.to, 'vi')}
                      {week.isRunning ? ` (${weeksVi.choose.running})` : null}
                    </a>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </nav>
    </details>
  );
}
