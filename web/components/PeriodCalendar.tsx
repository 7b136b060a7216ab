import { formatSpan } from '../formatting/dates.ts';
import { leaderVi } from '../messages/leader.vi.ts';
import type { PeriodName } from '../types/report-view.ts';

interface PeriodCalendarProps {
  /** URL path to which `?ky=ID` is appended. */
  readonly path: string;
  /** In order of time within each kind. */
  readonly periods: readonly PeriodName[];
  readonly selected: string;
}

/** Groups in which the periods of a year are shown. */
const PARTS = [
  {
    name: 'reporting',
    kinds: ['report-year', 'report-half', 'report-9m', 'report-quarter', 'report-month'],
  },
  { name: 'calendar', kinds: ['year', 'half', 'quarter', 'month'] },
  { name: 'weeks', kinds: ['week'] },
] as const;

const yearOf = ({ id }: PeriodName): string => (id.startsWith('BC-') ? id.slice(3, 7) : id.slice(0, 4));

function groupPeriods(periods: readonly PeriodName[]): Map<string, Map<string, PeriodName[]>> {
  const years = new Map<string, Map<string, PeriodName[]>>();
  for (const period of [...periods].sort((left, right) => (left.from < right.from ? -1 : 1))) {
    const year = yearOf(period);
    const kinds = years.get(year) ?? new Map<string, PeriodName[]>();
    years.set(year, kinds);
    kinds.set(period.kind, [...(kinds.get(period.kind) ?? []), period]);
  }
  return years;
}

/** Links to all periods. Only the year of the selected period is open. */
export function PeriodCalendar({ path, periods, selected }: PeriodCalendarProps) {
  const groups = groupPeriods(periods);
  const years = [...groups.keys()].sort().reverse();
  const current = periods.find(({ id }) => id === selected);
  const open = current === undefined ? years[0] : yearOf(current);
  return (
    <>
      {years.map((year) => (
        <details key={year} class="fold" open={year === open}>
          <summary>
            <h3>{leaderVi.calendar.year(year)}</h3>
          </summary>
          {PARTS.map(({ name, kinds }) => {
            const rows = kinds
              .map((kind) => ({ kind, members: groups.get(year)?.get(kind) ?? [] }))
              .filter(({ members }) => members.length > 0);
            if (rows.length === 0) return null;
            const list = <KindRows rows={rows} path={path} selected={selected} />;
            return name === 'reporting' ? (
              <div key={name}>
                <p class="soft">{leaderVi.calendar.reporting}</p>
                {list}
              </div>
            ) : (
              <details key={name} open={rows.some(({ kind }) => kind === current?.kind) && year === open}>
                <summary>{leaderVi.calendar[name]}</summary>
                {list}
              </details>
            );
          })}
        </details>
      ))}
    </>
  );
}

interface KindRowsProps {
  readonly rows: readonly { readonly kind: string; readonly members: readonly PeriodName[] }[];
  readonly path: string;
  readonly selected: string;
}

function KindRows({ rows, path, selected }: KindRowsProps) {
  return (
    <>
      {rows.map(({ kind, members }) => (
        <ul key={kind} class="choices calendar" aria-label={leaderVi.calendar.kinds[kind] ?? kind}>
          {members.map((period) => (
            <li key={period.id}>
              <a
                href={`${path}?ky=${period.id}`}
                {...(period.id === selected ? { 'aria-current': 'page' as const } : {})}
              >
                {kind === 'week' ? null : <span>{shortName(period)} </span>}
                <span class={kind === 'week' ? '' : 'soft'}>{formatSpan(period.from, period.to, 'vi')}</span>
              </a>
            </li>
          ))}
        </ul>
      ))}
    </>
  );
}

/** Without year and kind of calendar, which the headings name. */
function shortName({ id, kind }: PeriodName): string {
  const part = id.replace(/^BC-/, '').slice(5);
  const names: Readonly<Record<string, string>> = {
    month: leaderVi.calendar.month(String(Number(part))),
    quarter: leaderVi.calendar.quarter(part.slice(1)),
    half: part === 'H1' ? leaderVi.calendar.firstHalf : leaderVi.calendar.secondHalf,
    '9m': leaderVi.calendar.nineMonths,
  };
  return names[kind.replace(/^report-/, '')] ?? leaderVi.calendar.wholeYear;
}
