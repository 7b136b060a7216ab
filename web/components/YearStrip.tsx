import { shortPeriodName } from '../formatting/headline-sentences.ts';
import { formatPercent } from '../formatting/numbers.ts';
import { formatPeriodWithDays } from '../formatting/periods.ts';
import { leaderVi } from '../messages/leader.vi.ts';
import { staffVi } from '../messages/staff.vi.ts';
import type { YearCell, YearView } from '../types/leader-view.ts';

interface YearStripProps {
  readonly year: YearView;
  readonly selected: string;
}

/** Months and quarters as links, each with a bar: solid if the target is met, hatched if not. */
export function YearStrip({ year, selected }: YearStripProps) {
  const words = leaderVi.year;
  const cell = (one: YearCell, isQuarter: boolean) => (
    <li key={one.period.id} class={isQuarter ? 'year-quarter' : ''}>
      <a
        href={`/lanh-dao?ky=${one.period.id}`}
        class={one.isOpen ? 'year-open' : ''}
        title={formatPeriodWithDays(one.period, staffVi)}
        {...(one.period.id === selected ? { 'aria-current': 'page' as const } : {})}
      >
        <span>
          {isQuarter ? shortPeriodName(one.period, staffVi).split('/')[0] : words.month(monthOf(one))}
        </span>{' '}
        <strong>{one.percent === null ? '–' : formatPercent(one.percent, null, 'vi').slice(0, -1)}</strong>
        <span class="vh">
          {one.percent === null ? '' : '%'} {one.mark === null ? '' : `, ${words.marks[one.mark]}`}
          {one.isOpen ? `, ${words.open}` : ''}
        </span>
        <Mark mark={one.mark} />
      </a>
    </li>
  );
  return (
    <>
      <ul class="year">
        {year.months.map((month) => cell(month, false))}
        {year.quarters.map((quarter) => cell(quarter, true))}
      </ul>
      <ul class="year-key" aria-hidden="true">
        {(['met', 'unsure', 'not-met'] as const).map((mark) => (
          <li key={mark}>
            <Mark mark={mark} />
            {words.marks[mark]}
          </li>
        ))}
        <li>{words.dashed}</li>
      </ul>
    </>
  );
}

const monthOf = ({ period }: YearCell): string => String(Number(period.id.slice(-2)));

function Mark({ mark }: { readonly mark: YearCell['mark'] }) {
  return (
    <svg class="year-mark" width="100%" height="8" aria-hidden="true">
      {mark === 'met' ? <rect class="fill-ink" width="100%" height="8" /> : null}
      {mark === 'unsure' ? <line class="mark" x1="0" x2="100%" y1="4" y2="4" /> : null}
      {mark === 'not-met' ? <rect class="fill-level-1" x=".5" y=".5" width="99%" height="7" /> : null}
    </svg>
  );
}
